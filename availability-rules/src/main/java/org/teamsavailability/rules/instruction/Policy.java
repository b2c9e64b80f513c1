package org.teamsavailability.rules.instruction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that a workflow may change for its own dispatches.
 *
 * @param imminentWindow how soon work has to start for a break to block it, bound inclusive
 * @param treatments what presence states mean other than by default, in the order written
 * @param ignorePresence whether presence is not wanted
 * @param ignoreRota whether the rota is not wanted
 * @param offRotaNeutral whether having no shift in the planning window costs nothing
 */
public record Policy(
        Duration imminentWindow,
        List<Instruction.TreatAs> treatments,
        boolean ignorePresence,
        boolean ignoreRota,
        boolean offRotaNeutral) {
    public Policy {
        if (imminentWindow.isNegative()) {
            throw new IllegalArgumentException(
                    "The imminent window is " + imminentWindow + ", use 0 or more");
        }
        treatments = List.copyOf(treatments);
    }

    public static Policy byDefault(Duration imminentWindow) {
        return new Policy(imminentWindow, List.of(), false, false, false);
    }

    public Policy with(Instruction.TreatAs treatment) {
        List<Instruction.TreatAs> more = new ArrayList<>(treatments);
        more.add(treatment);
        return new Policy(imminentWindow, more, ignorePresence, ignoreRota, offRotaNeutral);
    }

    public Policy withoutPresence() {
        return new Policy(imminentWindow, treatments, true, ignoreRota, offRotaNeutral);
    }

    public Policy withoutRota() {
        return new Policy(imminentWindow, treatments, ignorePresence, true, offRotaNeutral);
    }

    public Policy blockingWithin(Duration window) {
        return new Policy(window, treatments, ignorePresence, ignoreRota, offRotaNeutral);
    }

    public Policy withOffRotaNeutral() {
        return new Policy(imminentWindow, treatments, ignorePresence, ignoreRota, true);
    }
}
