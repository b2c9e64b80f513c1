/** Measured figures, what was expected of them, and what repeats say together. */
@NullMarked
package org.teamsavailability.benchmarks.result;

import org.jspecify.annotations.NullMarked;
