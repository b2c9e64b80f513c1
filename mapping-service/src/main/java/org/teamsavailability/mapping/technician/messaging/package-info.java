/** Technicians as the PSA publishes them on its topic. */
@NullMarked
package org.teamsavailability.mapping.technician.messaging;

import org.jspecify.annotations.NullMarked;
