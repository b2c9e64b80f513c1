package org.teamsavailability.simulator.control;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.fault.Fault;
import org.teamsavailability.simulator.journal.Call;

/**
 * A fault as the control routes show it.
 *
 * @param id to clear it by
 * @param tenant whose calls; null for every tenant's
 * @param calls their kinds
 * @param team the team they are about; null for any or none
 * @param latency added to each
 * @param effect what else happens to them, by its name in requests
 * @param with what the effect was set with
 * @param times how many calls it is for; null for all
 * @param hits how many met it
 */
record FaultView(
        long id,
        @Nullable UUID tenant,
        Set<Call> calls,
        @Nullable UUID team,
        String latency,
        String effect,
        Effect with,
        @Nullable Long times,
        long hits) {

    static FaultView of(Fault fault) {
        return new FaultView(
                fault.id(),
                fault.scope().tenant(),
                fault.scope().calls(),
                fault.scope().team(),
                fault.latency().toMillis() + "ms",
                name(fault.effect()),
                fault.effect(),
                fault.times(),
                fault.hits());
    }

    private static String name(Effect effect) {
        String type = effect.getClass().getSimpleName();
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }
}
