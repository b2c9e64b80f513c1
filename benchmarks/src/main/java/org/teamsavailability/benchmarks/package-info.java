/** Measures the enricher next to other ways of doing the same work. */
@NullMarked
package org.teamsavailability.benchmarks;

import org.jspecify.annotations.NullMarked;
