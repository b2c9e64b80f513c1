package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;

/**
 * The circuit breakers of one tenant's reads: after {@value #FAILURES} failures in a row at most
 * one call is made in each {@link #PAUSE}, until one is answered. A failure is a call that
 * Microsoft did not serve: no connection, no answer in time, a 5xx, an unreadable body, or an
 * endpoint that refuses everybody. {@code Retry-After}, a missing consent or permission and a team
 * without a schedule are answers.
 *
 * <p>Touched only in the executor of the tenant's queue, of which there is one at a time; kept
 * longer than the queue. Any thread may ask how many are {@link #open()} or {@link #halfOpen()}.
 */
final class CircuitBreakers<K> {

    static final int FAILURES = 5;

    static final Duration PAUSE = Duration.ofSeconds(1);

    private final Function<K, Object> breakerOf;
    private final Map<Object, Breaker> failing = new HashMap<>();
    private volatile int open;
    private volatile int halfOpen;

    /**
     * @param breakerOf which keys fail together
     */
    CircuitBreakers(Function<K, Object> breakerOf) {
        this.breakerOf = breakerOf;
    }

    /** From when on a call for this key may start. */
    Instant opensAt(K key, Instant now) {
        Breaker breaker = failing.get(breakerOf.apply(key));
        return breaker == null ? Instant.EPOCH : breaker.opensAt(now);
    }

    /** The last failure where the breaker is open; null where calls pass. */
    @Nullable GraphFailure cause(K key) {
        Breaker breaker = failing.get(breakerOf.apply(key));
        return breaker == null || !breaker.isOpen() ? null : breaker.last;
    }

    boolean isOpen(K key) {
        return cause(key) != null;
    }

    /** Whether any breaker is open. */
    boolean anyOpen() {
        return failing.values().stream().anyMatch(Breaker::isOpen);
    }

    boolean isSame(K one, K other) {
        return breakerOf.apply(one).equals(breakerOf.apply(other));
    }

    /** How many breakers are open and have no probe call out. */
    int open() {
        return open;
    }

    /** How many breakers are open and have a probe call out. */
    int halfOpen() {
        return halfOpen;
    }

    /** A call for this key starts. */
    void started(K key, CallPermit call, Instant now) {
        Breaker breaker = failing.get(breakerOf.apply(key));
        if (breaker != null) {
            breaker.started(call, now);
            count();
        }
    }

    /** A call for this key is over. */
    void returned(K key, CallPermit call) {
        Breaker breaker = failing.get(breakerOf.apply(key));
        if (breaker != null && breaker.probes.remove(call)) {
            count();
        }
    }

    /**
     * A call for this key failed.
     *
     * @return whether it was a probe, made since the breaker opened
     */
    boolean failed(K key, GraphFailure failure, Instant startedAt, Instant now) {
        boolean probe =
                failing.computeIfAbsent(breakerOf.apply(key), _ -> new Breaker(failure))
                        .failed(failure, startedAt, now);
        count();
        return probe;
    }

    /** Microsoft served a call for this key. */
    void answered(K key) {
        if (failing.remove(breakerOf.apply(key)) != null) {
            count();
        }
    }

    private void count() {
        int probed = 0;
        int unprobed = 0;
        for (Breaker breaker : failing.values()) {
            if (breaker.isOpen() && breaker.probes.isEmpty()) {
                unprobed++;
            } else if (breaker.isOpen()) {
                probed++;
            }
        }
        open = unprobed;
        halfOpen = probed;
    }

    private static final class Breaker {

        private final Set<CallPermit> probes = new HashSet<>();
        private int failures;
        private GraphFailure last;
        private Instant openedAt = Instant.MAX;
        private Instant probeAt = Instant.EPOCH;

        Breaker(GraphFailure first) {
            last = first;
        }

        boolean isOpen() {
            return failures >= FAILURES;
        }

        Instant opensAt(Instant now) {
            if (!isOpen()) {
                return Instant.EPOCH;
            }
            if (probeAt.isAfter(now.plus(PAUSE))) {
                // The clock was set back: the pause counts from here.
                probeAt = now.plus(PAUSE);
            }
            return probeAt;
        }

        void started(CallPermit call, Instant now) {
            probeAt = now.plus(PAUSE);
            if (isOpen()) {
                probes.add(call);
            }
        }

        boolean failed(GraphFailure failure, Instant startedAt, Instant now) {
            boolean probe = isOpen() && !startedAt.isBefore(openedAt);
            boolean opens = failures == FAILURES - 1;
            failures++;
            last = failure;
            if (opens) {
                openedAt = now;
                probeAt = now.plus(PAUSE);
            }
            return probe;
        }
    }
}
