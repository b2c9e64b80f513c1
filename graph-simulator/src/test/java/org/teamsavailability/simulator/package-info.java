/** Tests of the simulator, over real HTTP. */
@NullMarked
package org.teamsavailability.simulator;

import org.jspecify.annotations.NullMarked;
