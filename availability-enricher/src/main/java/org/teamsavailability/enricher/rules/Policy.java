package org.teamsavailability.enricher.rules;

import java.time.Duration;
import java.util.Map;

/**
 * The rules that a workflow may change for its own dispatches.
 *
 * @param imminentWindow how soon work has to start for a break to block it, bound inclusive
 * @param overrides what presence states mean other than by default
 * @param ignorePresence whether presence is not wanted
 * @param ignoreRota whether the rota is not wanted
 * @param offRotaNeutral whether having no shift in the planning window costs nothing
 */
record Policy(
        Duration imminentWindow,
        Map<PresenceState, PresenceVerdict> overrides,
        boolean ignorePresence,
        boolean ignoreRota,
        boolean offRotaNeutral) {
    Policy {
        if (imminentWindow.isNegative()) {
            throw new IllegalArgumentException(
                    "The imminent window is " + imminentWindow + ", use 0 or more");
        }
        overrides = Map.copyOf(overrides);
    }

    static Policy byDefault(Duration imminentWindow) {
        return new Policy(imminentWindow, Map.of(), false, false, false);
    }
}
