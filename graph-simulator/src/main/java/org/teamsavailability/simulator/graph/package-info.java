/** Microsoft Graph v1.0: presence and the schedules of Shifts. */
@NullMarked
package org.teamsavailability.simulator.graph;

import org.jspecify.annotations.NullMarked;
