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
 * One read of one key, shared by all its waiters. Touched only in the executor of its queue.
 *
 * <p>It waits, is in flight, or pauses before a new attempt. Only while it is in flight it may have
 * no waiter.
 */
final class SharedRead<K, R> {

    private final K key;
    private final Deque<Waiter<K, R>> waiters = new ArrayDeque<>(2);
    private final @Nullable Instant waitsSince;
    private int failedAttempts;
    private boolean inFlight;
    private boolean kept;
    private Instant inFlightSince = Instant.EPOCH;
    private @Nullable GraphFailure lastFailure;
    private Instant again = Instant.EPOCH;

    /**
     * @param overdue the read with an overdue call that it replaces; null where there is none
     * @param waitsSince from when on it waits for a call; null where it is opened for one
     */
    SharedRead(K key, @Nullable SharedRead<K, R> overdue, @Nullable Instant waitsSince) {
        this.key = key;
        this.waitsSince = waitsSince;
        if (overdue != null) {
            inFlightSince = overdue.inFlightSince;
        }
    }

    K key() {
        return key;
    }

    List<Waiter<K, R>> waiters() {
        return List.copyOf(waiters);
    }

    void join(Waiter<K, R> waiter) {
        waiters.add(waiter);
        waiter.waitsAt(this);
        if (lastFailure != null) {
            waiter.note(lastFailure);
        }
    }

    /** Collects the spans of the requests that wait for it. */
    void collectRequestSpans(Set<SpanContext> requestSpans) {
        for (Waiter<K, R> waiter : waiters) {
            SpanContext requestSpan = waiter.submit().teamsRead().requestSpan();
            if (requestSpan.isValid()) {
                requestSpans.add(requestSpan);
            }
        }
    }

    void leave(Waiter<K, R> waiter) {
        waiters.remove(waiter);
    }

    /** Removes all waiters and returns them. */
    List<Waiter<K, R>> removeWaiters() {
        List<Waiter<K, R>> removed = waiters();
        waiters.clear();
        removed.forEach(waiter -> waiter.noLongerWaitsAt(this));
        return removed;
    }

    boolean hasNoWaiters() {
        return waiters.isEmpty() && !kept;
    }

    /** Keeps it without a waiter until its call has returned. */
    void holdUntilReturned() {
        kept = true;
    }

    /** Whether it has no waiter and no call in flight. */
    boolean isObsolete() {
        return waiters.isEmpty() && !inFlight;
    }

    boolean isInFlight() {
        return inFlight;
    }

    /** Whether no call has been made for it. */
    boolean isUnasked() {
        return !inFlight && failedAttempts == 0 && inFlightSince.equals(Instant.EPOCH);
    }

    /** From when on it has waited for its first call; null where this is not its first. */
    @Nullable Instant waitsForFirstCallSince() {
        return isUnasked() ? waitsSince : null;
    }

    /** Whether its call has been out so long that its answer may have been lost on the way. */
    boolean isOverdue(Instant now) {
        return inFlight && !now.isBefore(overdueAt());
    }

    Instant overdueAt() {
        return inFlightSince.plus(CallPermit.OVERDUE);
    }

    void started(Instant now) {
        inFlight = true;
        inFlightSince = now;
        waiters.forEach(waiter -> waiter.block(null));
    }

    void returned() {
        inFlight = false;
        kept = false;
    }

    Instant inFlightSince() {
        return inFlightSince;
    }

    /** How many attempts failed so far; a refused call that is halved is none of them. */
    int failedAttempts() {
        return failedAttempts;
    }

    /** The last attempt failed; the next one is not before {@code again}. */
    void scheduleRetry(Instant again) {
        failedAttempts++;
        this.again = again;
    }

    /** Why it is not read yet. */
    void note(GraphFailure failure) {
        lastFailure = failure;
    }

    /** Why joining with this deadline cannot succeed; null where it can. */
    @Nullable GraphFailure tooLateFor(Instant deadline) {
        return inFlight || again.isBefore(deadline) ? null : lastFailure;
    }
}
