/** Technicians as the PSA has them, the Microsoft account of each, and mapping one by hand. */
@NullMarked
package org.teamsavailability.mapping.technician;

import org.jspecify.annotations.NullMarked;
