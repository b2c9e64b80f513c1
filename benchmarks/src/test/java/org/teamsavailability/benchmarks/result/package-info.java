/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.benchmarks.result;

import org.jspecify.annotations.NullMarked;
