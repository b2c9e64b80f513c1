/** The technicians of a service desk, as its PSA knows them. */
@NullMarked
package org.teamsavailability.mapping.technician;

import org.jspecify.annotations.NullMarked;
