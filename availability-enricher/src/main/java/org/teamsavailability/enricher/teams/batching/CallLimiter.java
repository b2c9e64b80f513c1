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
 * Limits the calls of one workload for one tenant: a call may start when a permit is free, the pace
 * allows it and no cooldown forbids it. Touched only in the executor of its queue.
 *
 * <p>A call that is out for a second hangs: it gives its permit back and takes one of a bounded
 * number of places for hung calls until it returns.
 */
final class CallLimiter {

    /** How long a call may be in flight before batched reads start another next to it. */
    private static final Duration BATCHING_PAUSE = Duration.ofMillis(250);

    private final Duration pace;
    private final int permits;
    private final int hungPlaces;
    private final List<CallPermit> out = new ArrayList<>();
    private Instant paced = Instant.EPOCH;
    private final Cooldowns cooldowns;

    /**
     * @param permits calls in flight that do not hang, 1 or more
     * @param hungPlaces further calls that may be out while others hang, 0 or more
     */
    CallLimiter(Duration pace, int permits, int hungPlaces, Cooldowns cooldowns) {
        this.pace = pace;
        this.permits = permits;
        this.hungPlaces = hungPlaces;
        this.cooldowns = cooldowns;
    }

    /**
     * Whether a call may start that has a permit or a place among those that hang.
     *
     * @param immediate whether it may start next to one that has just started
     */
    boolean isOpen(boolean immediate, Instant now) {
        return (hasPermit() || hasHungPlace())
                && admits(null, now)
                && !now.isBefore(opensAt(immediate, now));
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
    void releaseHungPermits(Instant now) {
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

    /** From when on only a missing permit or a cooldown forbids a call. */
    Instant opensAt(boolean immediate, Instant now) {
        Instant idleFrom = idleAt(now);
        Instant gathered = paced.minus(pace).plus(BATCHING_PAUSE);
        return immediate || inFlight() == 0 || idleFrom.isAfter(gathered) ? idleFrom : gathered;
    }

    void enter(CallPermit call, @Nullable UUID team, Instant now) {
        cooldowns.started(team, call);
        out.add(call);
        paced = now.plus(pace);
    }

    /**
     * A call is over.
     *
     * @param answered whether Microsoft answered it, be it with a refusal
     */
    void leave(CallPermit call, boolean answered) {
        cooldowns.ended(call, answered);
        out.remove(call);
    }

    void close(@Nullable UUID team, GraphFailure failure, RetryTime retryTime, Instant now) {
        cooldowns.close(team, failure, retryTime, now);
    }

    /** Why nothing can be asked before this deadline; null where something can. */
    @Nullable GraphFailure closedUntil(@Nullable UUID team, Instant deadline) {
        return cooldowns.closedUntil(team, deadline);
    }

    /** Whether no {@code Retry-After} forbids a call, nor a probe call that is out. */
    boolean admits(@Nullable UUID team, Instant now) {
        return !cooldowns.opensAt(team).isAfter(now);
    }

    /** From when on no {@code Retry-After} forbids a call; at a probe call's end where MAX. */
    Instant admitsAt(@Nullable UUID team) {
        return cooldowns.opensAt(team);
    }

    /** From when on the pace allows a call. */
    Instant idleAt(Instant now) {
        if (now.isBefore(paced.minus(pace))) {
            // The clock was set back: the pace counts from here, not from a time to come.
            paced = now.plus(pace);
        }
        return paced;
    }
}
