/**
 * Single requests of Graph whose answers are handed over whole, to find out how Microsoft answers.
 */
@NullMarked
package org.teamsavailability.graph.inspection;

import org.jspecify.annotations.NullMarked;
