/** Microsoft's rate limits, and the penalty for calling again too early. */
@NullMarked
package org.teamsavailability.simulator.limit;

import org.jspecify.annotations.NullMarked;
