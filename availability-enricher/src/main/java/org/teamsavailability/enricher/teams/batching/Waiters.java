package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.GraphFailure;

/**
 * The waiters of one queue: gives each the read that it needs, from the cache or an open one, and
 * the outcome, or the reason why there will be none in time. Touched only in the executor of its
 * queue.
 *
 * <p>A read whose call is overdue is replaced by a new one as soon as a further request needs its
 * key, and its waiters move to the new one. The overdue call still answers them if it returns
 * first, and fails nobody. A read is not replaced while two calls for its key are out.
 */
final class Waiters<K, R> {

    private final Reads<K, R> reads;
    private final Feasibility<K> feasibility;
    private final OpenReads<K, R> openReads;
    private final SendQueue<K, R> sendQueue;
    private final GatewayMeters meters;
    private final WaitersByDeadline<K, R> groups = new WaitersByDeadline<>();

    Waiters(
            Reads<K, R> reads,
            Feasibility<K> feasibility,
            OpenReads<K, R> openReads,
            SendQueue<K, R> sendQueue,
            GatewayMeters meters) {
        this.reads = reads;
        this.feasibility = feasibility;
        this.openReads = openReads;
        this.sendQueue = sendQueue;
        this.meters = meters;
    }

    /** When the next waiter times out; null where there is none. */
    @Nullable Instant nextDeadline() {
        return groups.nextDeadline();
    }

    void admit(WaiterGroup<K, R> group, Instant now) {
        groups.add(group);
        group.waiters().forEach(waiter -> serve(waiter, now));
    }

    /** Times out waiters whose deadline has passed and drops reads with no waiter left. */
    void expire(Instant now) {
        for (WaiterGroup<K, R> group : groups.removeUntil(now)) {
            group.waiters().forEach(this::recordRateLimited);
            group.waiters().forEach(this::leave);
            group.teamsRead().close();
        }
    }

    private void recordRateLimited(Waiter<K, R> waiter) {
        if (waiter.waitsForRateLimit()) {
            waiter.unasked()
                    .forEach(sharedRead -> meters.rateLimited(reads.kind(sharedRead.key())));
        }
    }

    void answer(SharedRead<K, R> sharedRead, R result, Instant readAt, Instant now) {
        K key = sharedRead.key();
        reads.remember(key, result, readAt);
        SharedRead<K, R> waitedFor = openReads.remove(key);
        if (waitedFor != null) {
            Outcome.Read<R> read = new Outcome.Read<>(result, readAt);
            for (Waiter<K, R> waiter : waitedFor.removeWaiters()) {
                waiter.block(null);
                waiter.answered(key, read);
                serve(waiter, now);
            }
        }
    }

    void fail(SharedRead<K, R> sharedRead, GraphFailure failure, Instant at) {
        openReads.drop(sharedRead);
        reads.rememberFailure(sharedRead.key(), failure, at);
        for (Waiter<K, R> waiter : sharedRead.removeWaiters()) {
            waiter.fail(failure);
            removeWaiter(waiter);
        }
    }

    /** Notes at all waiters why it is not read yet. */
    void note(SharedRead<K, R> sharedRead, GraphFailure failure) {
        sharedRead.note(failure);
        sharedRead.waiters().forEach(waiter -> waiter.note(failure));
    }

    /**
     * Schedules a new attempt and notes its cause at all waiters. After a hang no cause is noted:
     * then their deadline passes.
     *
     * @return whether any waiter is left
     */
    boolean scheduleRetry(SharedRead<K, R> sharedRead, GraphFailure failure, Instant again) {
        sharedRead.scheduleRetry(again);
        if (failure instanceof GraphFailure.TimedOut) {
            return openReads.keep(sharedRead);
        }
        sharedRead.note(failure);
        for (Waiter<K, R> waiter : sharedRead.waiters()) {
            if (again.isBefore(waiter.deadline())) {
                waiter.note(failure);
            } else {
                waiter.fail(failure);
                removeWaiter(waiter);
            }
        }
        return openReads.keep(sharedRead);
    }

    /**
     * Fails the waiters whose call cannot start before their deadline.
     *
     * @param notBefore the earliest moment of a call for some of them
     */
    void failThoseWhoCannotWait(Instant notBefore) {
        for (WaiterGroup<K, R> group : groups.until(notBefore)) {
            for (Waiter<K, R> waiter : group.waiters()) {
                GraphFailure closed =
                        waiter.whyItsCallCannotStart(
                                key -> feasibility.closedUntil(key, waiter.deadline()));
                if (closed != null) {
                    waiter.fail(closed);
                    removeWaiter(waiter);
                }
            }
        }
    }

    private void serve(Waiter<K, R> waiter, Instant now) {
        waiter.recall(key ->
                openReads.contains(key) && !reads.isComposite(key) ? null : recall(key, now));
        for (K key : waiter.wants()) {
            if (!waiter.isOver() && !waiter.waitsFor(key)) {
                ask(waiter, key, now);
            }
        }
        if (waiter.isOver()) {
            removeWaiter(waiter);
        }
    }

    private @Nullable Outcome<R> recall(K key, Instant now) {
        Outcome<R> known = reads.recall(key, now);
        if (known != null) {
            meters.hit(reads.kind(key));
            K again = reads.refresh(key, known, now);
            if (again != null && !openReads.contains(again)) {
                openReads.open(again, null, now);
            }
        }
        return known;
    }

    private void ask(Waiter<K, R> waiter, K key, Instant now) {
        SharedRead<K, R> sharedRead = openReads.find(key);
        GraphFailure cause =
                feasibility.whyItCannotSucceed(key, sharedRead, waiter.deadline(), now);
        if (cause != null) {
            waiter.fail(cause);
            return;
        }
        if (sharedRead == null
                || (sharedRead.isOverdue(now)
                        && openReads.callsOut(key) < 2
                        && !reads.isComposite(key)
                        && feasibility.canBeAsked(key, now))) {
            sharedRead = openReads.open(key, sharedRead, now);
            meters.miss(reads.kind(key));
        } else {
            meters.join(reads.kind(key));
        }
        sharedRead.join(waiter);
    }

    private void removeWaiter(Waiter<K, R> waiter) {
        leave(waiter);
        if (waiter.submit().teamsRead().isSettled()) {
            groups.remove(waiter.submit());
        }
    }

    private void leave(Waiter<K, R> waiter) {
        for (SharedRead<K, R> sharedRead : waiter.leaveAll()) {
            if (!sharedRead.isInFlight() && !openReads.keep(sharedRead)) {
                sendQueue.remove(sharedRead);
            }
        }
    }
}
