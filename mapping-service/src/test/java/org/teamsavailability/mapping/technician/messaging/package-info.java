/** Technicians from their topic. */
@NullMarked
package org.teamsavailability.mapping.technician.messaging;

import org.jspecify.annotations.NullMarked;
