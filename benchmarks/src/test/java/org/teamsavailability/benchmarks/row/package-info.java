/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.benchmarks.row;

import org.jspecify.annotations.NullMarked;
