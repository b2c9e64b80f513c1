/** Tests of every arm. */
@NullMarked
package org.teamsavailability.benchmarks;

import org.jspecify.annotations.NullMarked;
