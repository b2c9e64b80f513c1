package org.teamsavailability.enricher.teams.batching;

import java.time.InstantSource;
import java.util.Collection;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What meters show of a workload, over all tenants. Any thread.
 *
 * @param workload as meters name it
 * @param waiting how many reads wait for their call
 * @param breakers the circuit breakers that are in memory
 */
record WorkloadState(
        String workload,
        IntSupplier waiting,
        RateLimitUsage usage,
        TenantCooldowns cooldowns,
        Supplier<? extends Collection<? extends CircuitBreakers<?>>> breakers,
        InstantSource clock) {

    /** Cooldowns whose time has not passed. */
    int waitingCooldowns() {
        var now = clock.instant();
        return cooldowns.count(cooldown -> cooldown.isClosedAt(now));
    }

    /** Cooldowns whose time has passed and whose probe call is in flight. */
    int probedCooldowns() {
        var now = clock.instant();
        return cooldowns.count(cooldown -> cooldown.isProbedAt(now));
    }

    /** Open breakers without a probe call in flight. */
    int openBreakers() {
        return count(CircuitBreakers::open);
    }

    /** Open breakers with a probe call in flight. */
    int halfOpenBreakers() {
        return count(CircuitBreakers::halfOpen);
    }

    private int count(ToIntFunction<CircuitBreakers<?>> counted) {
        return breakers.get().stream().mapToInt(counted).sum();
    }
}
