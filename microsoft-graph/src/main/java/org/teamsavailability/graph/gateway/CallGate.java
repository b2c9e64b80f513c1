package org.teamsavailability.graph.gateway;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure.Throttled;

/**
 * When the next call of one kind may start for one tenant: a permit is free, the last start is far
 * enough back, and what Microsoft said with {@code Retry-After} has passed. Touched only in the
 * mailbox of its desk.
 */
final class CallGate {

    private final Duration pace;
    private final int permits;
    private int inFlight;
    private Instant paced = Instant.EPOCH;
    private @Nullable Throttled throttled;

    CallGate(Duration pace, int permits) {
        this.pace = pace;
        this.permits = permits;
    }

    boolean isOpen(Instant now) {
        return inFlight < permits && !now.isBefore(quietAt(now));
    }

    boolean hasPermit() {
        return inFlight < permits;
    }

    void enter(Instant now) {
        inFlight++;
        paced = now.plus(pace);
    }

    void leave() {
        inFlight--;
    }

    void close(Throttled until) {
        if (throttled == null || until.notBefore().isAfter(throttled.notBefore())) {
            throttled = until;
        }
    }

    /** Why nothing can be asked before this deadline; null where something can. */
    @Nullable Throttled closedUntil(Instant deadline) {
        return throttled == null || throttled.notBefore().isBefore(deadline) ? null : throttled;
    }

    /** From when on neither pace nor {@code Retry-After} stands in the way. */
    Instant quietAt(Instant now) {
        if (now.isBefore(paced.minus(pace))) {
            // The clock was set back: the pace counts from here, not from a time to come.
            paced = now.plus(pace);
        }
        return throttled == null || throttled.notBefore().isBefore(paced)
                ? paced
                : throttled.notBefore();
    }
}
