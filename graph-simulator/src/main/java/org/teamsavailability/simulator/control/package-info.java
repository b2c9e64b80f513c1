/** The HTTP routes that steer a running simulator and read its journal. */
@NullMarked
package org.teamsavailability.simulator.control;

import org.jspecify.annotations.NullMarked;
