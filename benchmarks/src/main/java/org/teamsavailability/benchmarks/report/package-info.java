/** RESULTS.md and its plot. */
@NullMarked
package org.teamsavailability.benchmarks.report;

import org.jspecify.annotations.NullMarked;
