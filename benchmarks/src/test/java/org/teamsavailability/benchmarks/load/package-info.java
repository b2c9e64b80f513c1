/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.benchmarks.load;

import org.jspecify.annotations.NullMarked;
