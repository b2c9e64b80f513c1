package org.teamsavailability.enricher.teams.batching;

import io.opentelemetry.api.trace.Span;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The queue of one tenant's reads of one workload: sends, repeats, halves and answers them.
 *
 * <p>All state belongs to the executor. Its events are new waiters, returned calls and the timer;
 * each ends with {@link #process}, which sends what may be sent. An idle queue closes for good and
 * passes late waiters on to its successor.
 */
final class TenantQueue<K, R> {

    private final Reads<K, R> reads;
    private final CallLimiter limiter;
    private final RateLimit<K> rateLimit;
    private final CircuitBreakers<K> breakers;
    private final Calls<K, R> calls;
    private final CompositeReads<K, R> composites;
    private final GatewayParts parts;
    private final Runnable onClosed;
    private final Consumer<WaiterGroup<K, R>> successor;
    private final SendQueue<K, R> sendQueue = new SendQueue<>();
    private final OpenReads<K, R> openReads;
    private final Waiters<K, R> waiters;
    private final BlockedReads<K, R> blockedReads;
    private final RefusingEndpoint<K, R> refusing;
    private final RefusalSearch<K, R> refusals;
    private final CallSchedule<K, R> schedule;
    private final FailurePolicy<K, R> failurePolicy;
    private final SerialExecutor executor = new SerialExecutor();
    private final ResettableTimer timer;
    private boolean closed;

    /** Whether every read that waits is {@link Priority#BATCHED}. */
    private boolean batched;

    private volatile int waiting;

    TenantQueue(
            Reads<K, R> reads,
            CallLimiter limiter,
            RateLimit<K> rateLimit,
            GatewayParts parts,
            Runnable onClosed,
            Consumer<WaiterGroup<K, R>> successor) {
        this.reads = reads;
        this.limiter = limiter;
        this.rateLimit = rateLimit;
        this.parts = parts;
        this.onClosed = onClosed;
        this.successor = successor;
        this.breakers = reads.breakers();
        this.calls = new Calls<>(reads, parts.clock());
        var feasibility = new Feasibility<>(limiter, reads, breakers);
        this.openReads = new OpenReads<>(sendQueue);
        this.waiters = new Waiters<>(reads, feasibility, openReads, sendQueue, parts.meters());
        this.composites = new CompositeReads<>(calls, openReads, waiters);
        this.blockedReads = new BlockedReads<>(rateLimit, breakers, sendQueue);
        this.refusing = new RefusingEndpoint<>(reads.endpoint(), breakers, sendQueue, openReads);
        this.refusals =
                new RefusalSearch<>(reads, breakers, sendQueue, openReads, waiters, refusing);
        this.failurePolicy =
                new FailurePolicy<>(
                        reads, limiter, parts.backoff(), sendQueue, waiters, breakers, refusals);
        this.schedule =
                new CallSchedule<>(
                        reads,
                        sendQueue,
                        limiter,
                        rateLimit,
                        breakers,
                        feasibility,
                        refusing,
                        openReads);
        this.timer =
                new ResettableTimer(parts.scheduler(), () -> executor.execute(this::timerFired));
    }

    void submit(WaiterGroup<K, R> group) {
        executor.execute(() -> arrived(group));
    }

    /** How many reads wait to be sent; may be read from any thread. */
    int waiting() {
        return waiting;
    }

    private void arrived(WaiterGroup<K, R> group) {
        if (closed) {
            successor.accept(group);
            return;
        }
        Instant now = parts.clock().instant();
        batched = !group.isImmediate() && (batched || sendQueue.isEmpty());
        limiter.releaseHungPermits(now);
        waiters.admit(group, now);
        process(now);
    }

    private void timerFired() {
        if (!closed) {
            timer.fired();
            process(parts.clock().instant());
        }
    }

    private void process(Instant now) {
        limiter.releaseHungPermits(now);
        waiters.expire(now);
        sendQueue.resume(now);
        refusals.conclude(now);
        batched &= !sendQueue.hasHalves();
        Batch<K, R> batch = schedule.next(batched, now);
        while (batch != null) {
            send(batch, now);
            batch = schedule.next(batched, now);
        }
        blockedReads.note(now);
        batched &= !sendQueue.isEmpty();
        waiting = sendQueue.waiting();
        setTimer(now);
    }

    private void setTimer(Instant now) {
        Instant idleFrom = schedule.idleFrom(now);
        boolean over = openReads.isEmpty() && limiter.isIdle();
        if (over && !idleFrom.isAfter(now)) {
            closed = true;
            timer.cancel();
            onClosed.run();
            return;
        }
        if (over) {
            timer.at(idleFrom, now);
        } else if (!sendQueue.isEmpty()) {
            schedule.setTimer(timer, batched, now);
        }
        timer.at(sendQueue.nextResume(), now);
        timer.at(waiters.nextDeadline(), now);
    }

    private void send(Batch<K, R> batch, Instant now) {
        List<K> keys = batch.keys();
        if (reads.isComposite(keys.getFirst())) {
            composites.send(
                    batch, now, reply -> executor.execute(() -> compositeReturned(batch, reply)));
            return;
        }
        ReadKind kind = reads.kind(keys.getFirst());
        CallPermit permit =
                new CallPermit(
                        now,
                        keys.stream().noneMatch(key -> reads.isSlow(key, now)),
                        () -> keys.forEach(key -> reads.rememberSlow(key, now)));
        limiter.enter(permit, reads.team(keys.getFirst()), now);
        refusals.started(batch);
        refusing.started(batch);
        keys.forEach(key -> rateLimit.recordCall(key, now));
        breakers.started(keys.getFirst(), permit, now);
        parts.meters().started(kind, batch.sharedReads(), now);
        openReads.started(batch, now);
        Span span = parts.spans().started(kind, batch);
        var _ =
                calls.make(keys, span)
                        .thenAccept(reply -> {
                            parts.meters().ended(kind, now, reply);
                            executor.execute(() -> returned(batch, permit, reply));
                            parts.spans().ended(span, reply);
                        });
    }

    private void compositeReturned(Batch<K, R> batch, Reply<K, R> reply) {
        Instant now = parts.clock().instant();
        composites.returned(batch, reply, now);
        process(now);
    }

    private void returned(Batch<K, R> batch, CallPermit permit, Reply<K, R> reply) {
        Instant now = parts.clock().instant();
        limiter.releaseHungPermits(now);
        limiter.leave(permit, reply.isAnswer());
        breakers.returned(batch.keys().getFirst(), permit);
        refusals.returned(batch);
        refusing.returned(batch);
        openReads.returned(batch);
        switch (reply) {
            case Reply.Results<K, R>(var results, var at) -> {
                batch.keys().forEach(breakers::answered);
                batch.sharedReads()
                        .forEach(q -> waiters.answer(q, results.apply(q.key()), at, now));
                refusals.answered(batch.sharedReads().getFirst().inFlightSince());
            }
            case Reply.Failure<K, R> failure -> failurePolicy.failed(batch, failure, now);
        }
        process(now);
    }
}
