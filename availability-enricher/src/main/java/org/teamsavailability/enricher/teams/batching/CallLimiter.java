package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.RetryTime;

/**
 * When the next call of one kind may start for one tenant: a permit is free, the last start is far
 * enough back, and what Microsoft said with {@code Retry-After} has passed. Touched only in the
 * mailbox of its desk.
 *
 * <p>A call that is out for a second hangs: it gives its permit back and takes one of a bounded
 * number of places for hung calls until it returns.
 */
final class CallLimiter {

    /** How long who is not in a hurry lets a call be out before another starts beside it. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Duration pace;
    private final int permits;
    private final int hungPlaces;
    private final List<CallPermit> out = new ArrayList<>();
    private Instant paced = Instant.EPOCH;
    private final Cooldowns closures;

    /**
     * @param permits calls in flight that do not hang, 1 or more
     * @param hungPlaces further calls that may be out while others hang, 0 or more
     */
    CallLimiter(Duration pace, int permits, int hungPlaces, Cooldowns closures) {
        this.pace = pace;
        this.permits = permits;
        this.hungPlaces = hungPlaces;
        this.closures = closures;
    }

    /**
     * Whether a call may start that has a permit or a place among those that hang.
     *
     * @param prompt whether it may start beside one that has just started
     */
    boolean isOpen(boolean prompt, Instant now) {
        return (hasPermit() || hasHungPlace())
                && admits(null, now)
                && !now.isBefore(opensAt(prompt, now));
    }

    /** Whether no call is out. */
    boolean isIdle() {
        return out.isEmpty();
    }

    boolean hasPermit() {
        return inFlight() < permits && out.size() < permits + hungPlaces;
    }

    /** Whether a call may start that will probably hang. */
    boolean hasHungPlace() {
        return out.size() - inFlight() < hungPlaces;
    }

    /** Takes their permits from the calls that hang. */
    void noteHung(Instant now) {
        for (CallPermit call : out) {
            if (!call.isHung() && !now.isBefore(call.overdueAt())) {
                call.hang();
            }
        }
    }

    /** When the next permit comes back because its call hangs; null where none is taken. */
    @Nullable Instant nextHung() {
        return out.stream()
                .filter(call -> !call.isHung())
                .map(CallPermit::overdueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private int inFlight() {
        int taken = 0;
        for (CallPermit call : out) {
            taken += call.holdsPermit() ? 1 : 0;
        }
        return taken;
    }

    /** From when on nothing but a missing permit or a closure stands in the way. */
    Instant opensAt(boolean prompt, Instant now) {
        Instant quiet = quietAt(now);
        Instant gathered = paced.minus(pace).plus(PATIENCE);
        return prompt || inFlight() == 0 || quiet.isAfter(gathered) ? quiet : gathered;
    }

    void enter(CallPermit call, @Nullable UUID team, Instant now) {
        closures.started(team, call);
        out.add(call);
        paced = now.plus(pace);
    }

    /**
     * A call is over.
     *
     * @param answered whether Microsoft answered it, be it with a refusal
     */
    void leave(CallPermit call, boolean answered) {
        closures.ended(call, answered);
        out.remove(call);
    }

    void close(@Nullable UUID team, GraphFailure failure, RetryTime retryTime, Instant now) {
        closures.close(team, failure, retryTime, now);
    }

    /** Why nothing can be asked before this deadline; null where something can. */
    @Nullable GraphFailure closedUntil(@Nullable UUID team, Instant deadline) {
        return closures.closedUntil(team, deadline);
    }

    /** Whether no {@code Retry-After} forbids a call, nor a probe call that is out. */
    boolean admits(@Nullable UUID team, Instant now) {
        return !closures.opensAt(team).isAfter(now);
    }

    /** From when on no {@code Retry-After} forbids a call; at a probe call's end where MAX. */
    Instant admitsAt(@Nullable UUID team) {
        return closures.opensAt(team);
    }

    /** From when on the pace does not stand in the way. */
    Instant quietAt(Instant now) {
        if (now.isBefore(paced.minus(pace))) {
            // The clock was set back: the pace counts from here, not from a time to come.
            paced = now.plus(pace);
        }
        return paced;
    }
}
