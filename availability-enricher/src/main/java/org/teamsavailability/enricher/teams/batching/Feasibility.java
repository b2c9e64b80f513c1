package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;

/** Whether a question can be asked, and answered in time. */
record Feasibility<K>(CallLimiter gate, Reads<K, ?> reads, CircuitBreakers<K> circuits) {

    boolean canBeAsked(K key, Instant now) {
        return hasPlaceFor(key, now)
                && gate.admits(reads.team(key), now)
                && !circuits.opensAt(key, now).isAfter(now);
    }

    /**
     * Whether a call for this key may be out besides. What hung lately takes no permit, but one of
     * the places for hung calls, so that nothing else waits for it.
     */
    boolean hasPlaceFor(K key, Instant now) {
        return gate.hasPermit() || (gate.hasHungPlace() && reads.isSlow(key, now));
    }

    /**
     * Why no answer can come before the deadline; null where one can.
     *
     * @param question the open one; null where it would be a new one
     */
    @Nullable GraphFailure hopeless(
            K key, @Nullable SharedRead<K, ?> question, Instant deadline, Instant now) {
        if (question != null && question.isInFlight()) {
            return null;
        }
        GraphFailure closed = closedUntil(key, deadline);
        if (closed == null && !circuits.opensAt(key, now).isBefore(deadline)) {
            return circuits.cause(key);
        }
        return closed != null || question == null ? closed : question.tooLateFor(deadline);
    }

    /** Why no call for this key can start before the deadline; null where one can. */
    @Nullable GraphFailure closedUntil(K key, Instant deadline) {
        return gate.closedUntil(reads.team(key), deadline);
    }
}
