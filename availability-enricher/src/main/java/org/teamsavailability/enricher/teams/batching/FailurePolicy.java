package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.List;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.RetryTime;

/**
 * What becomes of the questions of a call that failed: asked again later, asked again in halves, or
 * answered without a result. Touched only in the mailbox of its desk.
 */
final class FailurePolicy<K, R> {

    private final Reads<K, R> reads;
    private final CallLimiter gate;
    private final Backoff backoff;
    private final SendQueue<K, R> lanes;
    private final OpenReads<K, R> docket;
    private final CircuitBreakers<K> circuits;
    private final RefusalSearch<K, R> refusals;

    FailurePolicy(
            Reads<K, R> reads,
            CallLimiter gate,
            Backoff backoff,
            SendQueue<K, R> lanes,
            OpenReads<K, R> docket,
            CircuitBreakers<K> circuits,
            RefusalSearch<K, R> refusals) {
        this.reads = reads;
        this.gate = gate;
        this.backoff = backoff;
        this.lanes = lanes;
        this.docket = docket;
        this.circuits = circuits;
        this.refusals = refusals;
    }

    void failed(Batch<K, R> batch, Reply.Failure<K, R> reply, Instant now) {
        RetryTime retryTime = reply.retryTime();
        if (retryTime == null) {
            failed(batch, reply, now, now);
            return;
        }
        gate.close(reads.team(batch.questions().getFirst().key()), reply.failure(), retryTime, now);
        failed(batch, reply, retryTime.notBefore(), now);
        docket.sendAwayWhoCannotWait(retryTime.notBefore());
    }

    private void failed(
            Batch<K, R> batch, Reply.Failure<K, R> reply, Instant notBefore, Instant now) {
        GraphFailure failure = reply.failure();
        Instant at = reply.at();
        switch (failure) {
            case GraphFailure.Throttled _ -> repeat(batch, failure, notBefore, now);
            case GraphFailure.Unreachable _, GraphFailure.TimedOut _, GraphFailure.Malformed _ -> {
                if (reply.retryTime() == null) {
                    failed(batch, failure, now);
                } else {
                    repeat(batch, failure, notBefore, now);
                }
            }
            case GraphFailure.Refused refused -> refusals.refused(batch, refused, at, now);
            case GraphFailure.ConsentMissing _,
                    GraphFailure.PermissionMissing _,
                    GraphFailure.NotProvisioned _,
                    GraphFailure.OwnCredentialsRefused _ -> {
                batch.keys().forEach(circuits::answered);
                batch.questions().forEach(q -> docket.fail(q, failure, at));
            }
        }
    }

    /** Where a probe fails, nobody waits for the next one. */
    private void failed(Batch<K, R> batch, GraphFailure failure, Instant now) {
        SharedRead<K, R> first = batch.questions().getFirst();
        K key = first.key();
        if (circuits.failed(key, failure, first.inFlightSince(), now)) {
            batch.questions().forEach(question -> docket.fail(question, failure, now));
            lanes.takeAll(other -> circuits.isSame(key, other))
                    .forEach(question -> docket.fail(question, failure, now));
        } else {
            repeat(batch, failure, circuits.opensAt(key, now), now);
        }
    }

    private void repeat(Batch<K, R> batch, GraphFailure failure, Instant notBefore, Instant now) {
        Instant paused = now.plus(backoff.pause(batch.setbacks() + 1));
        Instant again = paused.isAfter(notBefore) ? paused : notBefore;
        List<SharedRead<K, R>> kept =
                batch.questions().stream()
                        .filter(question -> repeats(question, failure, again, now))
                        .toList();
        if (!kept.isEmpty()) {
            lanes.pause(batch.with(kept), again);
        }
    }

    private boolean repeats(
            SharedRead<K, R> question, GraphFailure failure, Instant again, Instant now) {
        if (backoff.allows(question.setbacks() + 1)) {
            return docket.setBack(question, failure, again);
        }
        docket.fail(question, failure, now);
        return false;
    }
}
