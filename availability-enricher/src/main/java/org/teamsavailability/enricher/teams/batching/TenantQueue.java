package org.teamsavailability.enricher.teams.batching;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where one tenant's reads of one workload are sent, repeated, halved and answered.
 *
 * <p>All state belongs to the mailbox: a visit, a returned call and the alarm are its events, and
 * each ends with a turn, which sends what may be sent. A desk with nothing to do closes for good
 * and passes late visitors on to its successor.
 */
final class TenantQueue<K, R> {

    private final Reads<K, R> reads;
    private final CallLimiter gate;
    private final RateLimit<K> budget;
    private final CircuitBreakers<K> circuits;
    private final Calls<K, R> calls;
    private final GatewayParts setting;
    private final Runnable onClosed;
    private final Consumer<WaiterGroup<K, R>> successor;
    private final SendQueue<K, R> lanes = new SendQueue<>();
    private final Feasibility<K> prospects;
    private final OpenReads<K, R> docket;
    private final RefusalSearch<K, R> refusals;
    private final FailurePolicy<K, R> setbacks;
    private final SerialExecutor mailbox = new SerialExecutor();
    private final ResettableTimer wake;
    private boolean closed;

    /** Whether all who wait came without a hurry. */
    private boolean patient;

    private volatile int waiting;

    TenantQueue(
            Reads<K, R> reads,
            CallLimiter gate,
            RateLimit<K> budget,
            GatewayParts setting,
            Runnable onClosed,
            Consumer<WaiterGroup<K, R>> successor) {
        this.reads = reads;
        this.gate = gate;
        this.budget = budget;
        this.setting = setting;
        this.onClosed = onClosed;
        this.successor = successor;
        this.circuits = reads.circuits();
        this.calls = new Calls<>(reads, setting.clock());
        this.prospects = new Feasibility<>(gate, reads, circuits);
        this.docket = new OpenReads<>(reads, prospects, budget, circuits, lanes, setting.meters());
        this.refusals = new RefusalSearch<>(reads, circuits, lanes, docket);
        this.setbacks =
                new FailurePolicy<>(
                        reads, gate, setting.backoff(), lanes, docket, circuits, refusals);
        this.wake = new ResettableTimer(setting.alarms(), () -> mailbox.post(this::woken));
    }

    void visit(WaiterGroup<K, R> visit) {
        mailbox.post(() -> arrived(visit));
    }

    /** How many questions wait to be sent; may be read from any thread. */
    int waiting() {
        return waiting;
    }

    private void arrived(WaiterGroup<K, R> visit) {
        if (closed) {
            successor.accept(visit);
            return;
        }
        Instant now = setting.clock().instant();
        patient = !visit.isPrompt() && (patient || lanes.isEmpty());
        gate.noteHung(now);
        docket.admit(visit, now);
        turn(now);
    }

    private void woken() {
        if (!closed) {
            wake.rang();
            turn(setting.clock().instant());
        }
    }

    private void turn(Instant now) {
        gate.noteHung(now);
        docket.expire(now);
        lanes.resume(now);
        refusals.conclude(now);
        patient &= !lanes.hasHalves();
        Batch<K, R> batch = next(now);
        while (batch != null) {
            send(batch, now);
            batch = next(now);
        }
        docket.noteWhatHoldsBack(now);
        patient &= !lanes.isEmpty();
        waiting = lanes.waiting();
        rest(now);
    }

    /** The questions of the next call; null where none may start. */
    private @Nullable Batch<K, R> next(Instant now) {
        if (lanes.isEmpty() || !gate.isOpen(!patient, now)) {
            return null;
        }
        K first = lanes.firstGathered();
        if (first != null && refusals.isProbing(first)) {
            return gate.hasPermit() && !opensAt(first, now).isAfter(now) ? refusals.probe() : null;
        }
        return lanes.next(
                refusals.mostGathered(reads.mostPerCall(), now),
                key -> prospects.canBeAsked(key, now) && !opensAt(key, now).isAfter(now),
                gate.hasPermit() && !halvesOpenAt(now).isAfter(now));
    }

    /** From when on neither our own budget nor a breaker holds a call for this key back. */
    private Instant opensAt(K key, Instant now) {
        return later(budget.opensAt(key, now), circuits.opensAt(key, now));
    }

    /** The same for what is asked in halves. */
    private Instant halvesOpenAt(Instant now) {
        K half = lanes.nextHalf();
        return half == null ? now : circuits.opensAt(half, now);
    }

    private void rest(Instant now) {
        Instant quiet = later(gate.quietAt(now), budget.forgottenAt(now));
        boolean over = docket.isEmpty() && gate.isIdle();
        if (over && !quiet.isAfter(now)) {
            closed = true;
            wake.off();
            onClosed.run();
            return;
        }
        if (over) {
            wake.at(quiet, now);
        } else if (!lanes.isEmpty()) {
            wakeForTheNextCall(now);
        }
        wake.at(lanes.nextResume(), now);
        wake.at(docket.nextDeadline(), now);
    }

    private void wakeForTheNextCall(Instant now) {
        Instant open = refusals.gatheredOpenAt(now);
        Instant halves = halvesOpenAt(now);
        Instant ready =
                lanes.earliest(
                        key ->
                                prospects.hasPlaceFor(key, now)
                                        ? later(
                                                later(open, opensAt(key, now)),
                                                gate.admitsAt(reads.team(key)))
                                        : Instant.MAX,
                        gate.hasPermit() && !halves.isAfter(now),
                        now);
        Instant admitted = later(ready, gate.admitsAt(null));
        if (admitted.isBefore(Instant.MAX)) {
            wake.at(later(gate.opensAt(!patient, now), admitted), now);
        }
        if (halves.isAfter(now)) {
            wake.at(halves, now);
        }
        wake.at(gate.nextHung(), now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void send(Batch<K, R> batch, Instant now) {
        List<K> keys = batch.keys();
        if (reads.isComposite(keys.getFirst())) {
            sendParts(batch, now);
            return;
        }
        ReadKind kind = reads.kind(keys.getFirst());
        CallPermit permit =
                new CallPermit(
                        now,
                        keys.stream().noneMatch(key -> reads.isSlow(key, now)),
                        () -> keys.forEach(key -> reads.rememberSlow(key, now)));
        gate.enter(permit, reads.team(keys.getFirst()), now);
        refusals.started(batch);
        keys.forEach(key -> budget.spend(key, now));
        circuits.started(keys.getFirst(), now);
        batch.questions().forEach(question -> question.started(now));
        setting.meters().started(kind, keys.size());
        Span span = setting.spans().started(kind, batch);
        var _ =
                calls.make(keys, span)
                        .thenAccept(reply -> {
                            mailbox.post(() -> returned(batch, permit, reply));
                            setting.meters().ended(kind, now, reply);
                            setting.spans().ended(span, reply);
                        });
    }

    /** Its parts are questions of this desk, each with a permit, a budget and attempts. */
    private void sendParts(Batch<K, R> batch, Instant now) {
        batch.questions().forEach(question -> question.started(now));
        Set<SpanContext> askers = new LinkedHashSet<>();
        batch.questions().forEach(question -> question.collectAskers(askers));
        Span asker = askers.isEmpty() ? Span.getInvalid() : Span.wrap(askers.iterator().next());
        var _ =
                calls.make(batch.keys(), asker)
                        .thenAccept(reply -> mailbox.post(() -> partsReturned(batch, reply)));
    }

    private void partsReturned(Batch<K, R> batch, Reply<K, R> reply) {
        Instant now = setting.clock().instant();
        for (SharedRead<K, R> question : batch.questions()) {
            question.returned();
            switch (reply) {
                case Reply.Results<K, R>(var results, var at) ->
                        docket.answer(question, results.apply(question.key()), at, now);
                case Reply.Failure<K, R>(var failure, _, var at) ->
                        docket.fail(question, failure, at);
            }
        }
        turn(now);
    }

    private void returned(Batch<K, R> batch, CallPermit permit, Reply<K, R> reply) {
        Instant now = setting.clock().instant();
        gate.noteHung(now);
        gate.leave(permit, reply.isAnswer());
        refusals.returned(batch);
        batch.questions().forEach(SharedRead::returned);
        switch (reply) {
            case Reply.Results<K, R>(var results, var at) -> {
                batch.keys().forEach(circuits::answered);
                batch.questions().forEach(q -> docket.answer(q, results.apply(q.key()), at, now));
                refusals.answered(batch.questions().getFirst().inFlightSince());
            }
            case Reply.Failure<K, R> failure -> setbacks.failed(batch, failure, now);
        }
        turn(now);
    }
}
