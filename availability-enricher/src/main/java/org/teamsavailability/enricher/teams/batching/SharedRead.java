package org.teamsavailability.enricher.teams.batching;

import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;

/**
 * Something asked once for all who wait for it. Touched only in the mailbox of its desk.
 *
 * <p>It waits, is in flight, or pauses before a new attempt; nobody may wait for it any more only
 * while it is in flight.
 */
final class SharedRead<K, R> {

    private final K key;
    private @Nullable SharedRead<K, R> replaced;
    private final Deque<Waiter<K, R>> claims = new ArrayDeque<>(2);
    private int setbacks;
    private boolean inFlight;
    private boolean held;
    private Instant inFlightSince = Instant.EPOCH;
    private @Nullable GraphFailure lastFailure;
    private Instant again = Instant.EPOCH;

    /**
     * @param replaced the question whose overdue call it is asked in place of; null where there is
     *     none
     */
    SharedRead(K key, @Nullable SharedRead<K, R> replaced) {
        this.key = key;
        this.replaced = replaced;
        if (replaced != null) {
            replaced.replaced = null;
            inFlightSince = replaced.inFlightSince;
        }
    }

    K key() {
        return key;
    }

    List<Waiter<K, R>> claims() {
        return List.copyOf(claims);
    }

    void join(Waiter<K, R> claim) {
        claims.add(claim);
        claim.waitsAt(this);
        if (lastFailure != null) {
            claim.note(lastFailure);
        }
    }

    /** Whose traces wait for it. */
    void collectAskers(Set<SpanContext> askers) {
        for (Waiter<K, R> claim : claims) {
            SpanContext asker = claim.visit().inquiry().asker();
            if (asker.isValid()) {
                askers.add(asker);
            }
        }
    }

    void leave(Waiter<K, R> claim) {
        claims.remove(claim);
    }

    /** Nobody waits for it any more. */
    List<Waiter<K, R>> dismissAll() {
        List<Waiter<K, R>> dismissed = claims();
        claims.clear();
        dismissed.forEach(claim -> claim.waitsNoMoreAt(this));
        return dismissed;
    }

    boolean isForsaken() {
        return claims.isEmpty() && !held;
    }

    /** Keeps it though nobody may wait for it, until its call has returned. */
    void holdUntilReturned() {
        held = true;
    }

    /** Whether nobody waits for it, and its call is not on its way either. */
    boolean isNeedless() {
        return claims.isEmpty() && !inFlight;
    }

    boolean isInFlight() {
        return inFlight;
    }

    /** Whether no call has been made for it. */
    boolean isUnasked() {
        return !inFlight && setbacks == 0 && inFlightSince.equals(Instant.EPOCH);
    }

    /**
     * Whether its call has been out so long that its answer may have been lost on the way, and no
     * other call for it is out.
     */
    boolean isOverdue(Instant now) {
        return inFlight && !now.isBefore(overdueAt()) && (replaced == null || !replaced.inFlight);
    }

    Instant overdueAt() {
        return inFlightSince.plus(CallPermit.OVERDUE);
    }

    void started(Instant now) {
        inFlight = true;
        inFlightSince = now;
        claims.forEach(claim -> claim.holdBack(null));
    }

    void returned() {
        inFlight = false;
        held = false;
    }

    Instant inFlightSince() {
        return inFlightSince;
    }

    /** How many attempts failed so far; a refused call that is halved is none of them. */
    int setbacks() {
        return setbacks;
    }

    /** The last attempt failed; the next is not before {@code again}. */
    void setBack(Instant again) {
        setbacks++;
        this.again = again;
    }

    /** Why it is not read yet. */
    void note(GraphFailure failure) {
        lastFailure = failure;
    }

    /** Why nothing can come of joining with this deadline; null where something can. */
    @Nullable GraphFailure tooLateFor(Instant deadline) {
        return inFlight || again.isBefore(deadline) ? null : lastFailure;
    }
}
