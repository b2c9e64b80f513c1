/** Offers requests at a fixed rate and times the answers. */
@NullMarked
package org.teamsavailability.benchmarks.load;

import org.jspecify.annotations.NullMarked;
