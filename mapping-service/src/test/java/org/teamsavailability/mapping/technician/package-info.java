/** Technicians, checked and kept. */
@NullMarked
package org.teamsavailability.mapping.technician;

import org.jspecify.annotations.NullMarked;
