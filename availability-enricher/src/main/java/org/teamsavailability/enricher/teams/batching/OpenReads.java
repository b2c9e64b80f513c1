package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.GraphFailure;

/**
 * The reads of one queue that are not answered yet, and their waiters. Each key has at most one
 * open read: requests for the same key are coalesced. Touched only in the executor of its queue.
 *
 * <p>A read whose call is overdue is replaced by a new one as soon as a further request needs its
 * key, and its waiters move to the new one. The overdue call still answers them if it returns
 * first, and fails nobody. A read is not replaced while two calls for its key are out.
 */
final class OpenReads<K, R> {

    private final Reads<K, R> reads;
    private final Feasibility<K> feasibility;
    private final RateLimit<K> rateLimit;
    private final CircuitBreakers<K> breakers;
    private final SendQueue<K, R> sendQueue;
    private final GatewayMeters meters;
    private final Map<K, SharedRead<K, R>> open = new HashMap<>();
    private final Map<K, Integer> callsOut = new HashMap<>();
    private final WaitersByDeadline<K, R> groups = new WaitersByDeadline<>();
    private boolean anyBlocked;

    OpenReads(
            Reads<K, R> reads,
            Feasibility<K> feasibility,
            RateLimit<K> rateLimit,
            CircuitBreakers<K> breakers,
            SendQueue<K, R> sendQueue,
            GatewayMeters meters) {
        this.reads = reads;
        this.feasibility = feasibility;
        this.rateLimit = rateLimit;
        this.breakers = breakers;
        this.sendQueue = sendQueue;
        this.meters = meters;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Their call starts. */
    void started(Batch<K, R> batch, Instant now) {
        for (SharedRead<K, R> sharedRead : batch.sharedReads()) {
            sharedRead.started(now);
            callsOut.merge(sharedRead.key(), 1, Integer::sum);
        }
    }

    /** Their call is over. */
    void returned(Batch<K, R> batch) {
        for (SharedRead<K, R> sharedRead : batch.sharedReads()) {
            sharedRead.returned();
            callsOut.computeIfPresent(sharedRead.key(), (_, calls) -> calls > 1 ? calls - 1 : null);
        }
    }

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

    /**
     * Notes the cause at all waiters whose call cannot start yet because of our own rate limit or
     * an open breaker. It is noted while they wait, because an answer is decided a moment before
     * its deadline.
     */
    void noteBlockedReads(Instant now) {
        boolean holds = rateLimit.emptyAt(now).isAfter(now) || breakers.anyOpen();
        if (holds || anyBlocked) {
            sendQueue.gathered().forEach(sharedRead -> noteBlockedReads(sharedRead, now));
        }
        anyBlocked = holds;
    }

    private void noteBlockedReads(SharedRead<K, R> sharedRead, Instant now) {
        if (sharedRead.isUnasked()) {
            GraphFailure why = blockingCause(sharedRead.key(), now);
            sharedRead.waiters().forEach(waiter -> waiter.block(why));
        }
    }

    private @Nullable GraphFailure blockingCause(K key, Instant now) {
        GraphFailure failing = breakers.cause(key);
        if (failing != null) {
            return failing;
        }
        Instant opens = rateLimit.opensAt(key, now);
        return opens.isAfter(now) ? new GraphFailure.Throttled(null, null, opens) : null;
    }

    void answer(SharedRead<K, R> sharedRead, R result, Instant readAt, Instant now) {
        K key = sharedRead.key();
        reads.remember(key, result, readAt);
        SharedRead<K, R> waitedFor = open.remove(key);
        if (waitedFor != null) {
            sendQueue.remove(waitedFor);
            Outcome.Read<R> read = new Outcome.Read<>(result, readAt);
            for (Waiter<K, R> waiter : waitedFor.removeWaiters()) {
                waiter.block(null);
                waiter.answered(key, read);
                serve(waiter, now);
            }
        }
    }

    void fail(SharedRead<K, R> sharedRead, GraphFailure failure, Instant at) {
        open.remove(sharedRead.key(), sharedRead);
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
            return keep(sharedRead);
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
        return keep(sharedRead);
    }

    /** A read that may have no waiter; null where its call is in flight. */
    @Nullable SharedRead<K, R> witness(K key) {
        SharedRead<K, R> sharedRead = open.get(key);
        if (sharedRead == null) {
            sharedRead = new SharedRead<>(key, null);
            open.put(key, sharedRead);
            return sharedRead;
        }
        return sendQueue.remove(sharedRead) ? sharedRead : null;
    }

    void drop(SharedRead<K, R> sharedRead) {
        open.remove(sharedRead.key(), sharedRead);
    }

    /** Drops a read with no waiter left; returns whether one is left. */
    boolean keep(SharedRead<K, R> sharedRead) {
        if (sharedRead.hasNoWaiters()) {
            open.remove(sharedRead.key(), sharedRead);
        }
        return !sharedRead.hasNoWaiters();
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
        waiter.recall(
                key -> open.containsKey(key) && !reads.isComposite(key) ? null : recall(key, now));
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
            if (again != null && !open.containsKey(again)) {
                openRead(again, null);
            }
        }
        return known;
    }

    private void ask(Waiter<K, R> waiter, K key, Instant now) {
        SharedRead<K, R> sharedRead = open.get(key);
        GraphFailure cause =
                feasibility.whyItCannotSucceed(key, sharedRead, waiter.deadline(), now);
        if (cause != null) {
            waiter.fail(cause);
            return;
        }
        if (sharedRead == null
                || (sharedRead.isOverdue(now)
                        && callsOut.getOrDefault(key, 0) < 2
                        && !reads.isComposite(key)
                        && feasibility.canBeAsked(key, now))) {
            sharedRead = openRead(key, sharedRead);
            meters.miss(reads.kind(key));
        } else {
            meters.join(reads.kind(key));
        }
        sharedRead.join(waiter);
    }

    private SharedRead<K, R> openRead(K key, @Nullable SharedRead<K, R> overdue) {
        SharedRead<K, R> sharedRead = new SharedRead<>(key, overdue);
        if (overdue != null) {
            overdue.removeWaiters().forEach(sharedRead::join);
        }
        open.put(key, sharedRead);
        sendQueue.add(sharedRead);
        return sharedRead;
    }

    private void removeWaiter(Waiter<K, R> waiter) {
        leave(waiter);
        if (waiter.submit().teamsRead().isSettled()) {
            groups.remove(waiter.submit());
        }
    }

    private void leave(Waiter<K, R> waiter) {
        for (SharedRead<K, R> sharedRead : waiter.leaveAll()) {
            if (!sharedRead.isInFlight() && !keep(sharedRead)) {
                sendQueue.remove(sharedRead);
            }
        }
    }
}
