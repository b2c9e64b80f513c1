/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.benchmarks.report;

import org.jspecify.annotations.NullMarked;
