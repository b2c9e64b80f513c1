/** The Microsoft tenants the simulator plays: consent, accounts, teams and their schedules. */
@NullMarked
package org.teamsavailability.simulator.dataset;

import org.jspecify.annotations.NullMarked;
