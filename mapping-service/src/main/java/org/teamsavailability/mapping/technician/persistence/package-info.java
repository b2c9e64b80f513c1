/** Technicians and their mappings in PostgreSQL. */
@NullMarked
package org.teamsavailability.mapping.technician.persistence;

import org.jspecify.annotations.NullMarked;
