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

    /** How long who is not in a hurry lets a call be out before another starts beside it. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Duration pace;
    private final int permits;
    private int inFlight;
    private Instant paced = Instant.EPOCH;
    private @Nullable Throttled throttled;

    CallGate(Duration pace, int permits) {
        this.pace = pace;
        this.permits = permits;
    }

    /**
     * Whether a call may start.
     *
     * @param prompt whether it may start beside one that has just started
     */
    boolean isOpen(boolean prompt, Instant now) {
        return hasPermit() && !now.isBefore(opensAt(prompt, now));
    }

    /** Whether no call is out. */
    boolean isIdle() {
        return inFlight == 0;
    }

    boolean hasPermit() {
        return inFlight < permits;
    }

    /** From when on nothing but a missing permit stands in the way. */
    Instant opensAt(boolean prompt, Instant now) {
        Instant quiet = quietAt(now);
        Instant gathered = paced.minus(pace).plus(PATIENCE);
        return prompt || inFlight == 0 || quiet.isAfter(gathered) ? quiet : gathered;
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
