package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;

/** Whether a read can be asked, and answered in time. */
record Feasibility<K>(CallLimiter limiter, Reads<K, ?> reads, CircuitBreakers<K> breakers) {

    boolean canBeAsked(K key, Instant now) {
        return hasPlaceFor(key, now)
                && limiter.admits(reads.team(key), now)
                && !breakers.opensAt(key, now).isAfter(now);
    }

    /**
     * Whether a call for this key may be in flight next to the others. What hung lately takes no
     * permit, but one of the places for hung calls, so that nothing else waits for it.
     */
    boolean hasPlaceFor(K key, Instant now) {
        return limiter.hasPermit() || (limiter.hasHungPlace() && reads.isSlow(key, now));
    }

    /**
     * Why no answer can come before the deadline; null where one can.
     *
     * @param sharedRead the open one; null where it would be a new one
     */
    @Nullable GraphFailure whyItCannotSucceed(
            K key, @Nullable SharedRead<K, ?> sharedRead, Instant deadline, Instant now) {
        if (sharedRead != null && sharedRead.isInFlight()) {
            return null;
        }
        GraphFailure closed = closedUntil(key, deadline);
        if (closed == null && !breakers.opensAt(key, now).isBefore(deadline)) {
            return breakers.cause(key);
        }
        return closed != null || sharedRead == null ? closed : sharedRead.tooLateFor(deadline);
    }

    /** Why no call for this key can start before the deadline; null where one can. */
    @Nullable GraphFailure closedUntil(K key, Instant deadline) {
        return limiter.closedUntil(reads.team(key), deadline);
    }
}
