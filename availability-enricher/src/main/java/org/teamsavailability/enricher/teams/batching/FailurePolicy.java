package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.List;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.RetryTime;

/**
 * Decides what happens to the reads of a failed call: retry later, split in halves, or give up.
 * Touched only in the executor of its queue.
 */
final class FailurePolicy<K, R> {

    private final Reads<K, R> reads;
    private final CallLimiter limiter;
    private final Backoff backoff;
    private final SendQueue<K, R> sendQueue;
    private final Waiters<K, R> waiters;
    private final CircuitBreakers<K> breakers;
    private final RefusalSearch<K, R> refusals;

    FailurePolicy(
            Reads<K, R> reads,
            CallLimiter limiter,
            Backoff backoff,
            SendQueue<K, R> sendQueue,
            Waiters<K, R> waiters,
            CircuitBreakers<K> breakers,
            RefusalSearch<K, R> refusals) {
        this.reads = reads;
        this.limiter = limiter;
        this.backoff = backoff;
        this.sendQueue = sendQueue;
        this.waiters = waiters;
        this.breakers = breakers;
        this.refusals = refusals;
    }

    void failed(Batch<K, R> batch, Reply.Failure<K, R> reply, Instant now) {
        RetryTime retryTime = reply.retryTime();
        if (retryTime == null) {
            failed(batch, reply, now, now);
            return;
        }
        limiter.close(
                reads.team(batch.sharedReads().getFirst().key()), reply.failure(), retryTime, now);
        failed(batch, reply, retryTime.notBefore(), now);
        waiters.failThoseWhoCannotWait(retryTime.notBefore());
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
                batch.keys().forEach(breakers::answered);
                batch.sharedReads().forEach(q -> waiters.fail(q, failure, at));
            }
        }
    }

    /** Where a probe fails, its waiters fail: nobody waits for the next probe. */
    private void failed(Batch<K, R> batch, GraphFailure failure, Instant now) {
        SharedRead<K, R> first = batch.sharedReads().getFirst();
        K key = first.key();
        if (breakers.failed(key, failure, first.inFlightSince(), now)) {
            batch.sharedReads().forEach(sharedRead -> waiters.fail(sharedRead, failure, now));
            sendQueue
                    .takeAll(other -> breakers.isSame(key, other))
                    .forEach(sharedRead -> waiters.fail(sharedRead, failure, now));
        } else {
            repeat(batch, failure, breakers.opensAt(key, now), now);
        }
    }

    private void repeat(Batch<K, R> batch, GraphFailure failure, Instant notBefore, Instant now) {
        Instant paused = now.plus(backoff.pause(batch.failedAttempts() + 1));
        Instant again = paused.isAfter(notBefore) ? paused : notBefore;
        List<SharedRead<K, R>> kept =
                batch.sharedReads().stream()
                        .filter(sharedRead -> repeats(sharedRead, failure, again, now))
                        .toList();
        if (!kept.isEmpty()) {
            sendQueue.pause(batch.with(kept), again);
        }
    }

    private boolean repeats(
            SharedRead<K, R> sharedRead, GraphFailure failure, Instant again, Instant now) {
        if (backoff.allows(sharedRead.failedAttempts() + 1)) {
            return waiters.scheduleRetry(sharedRead, failure, again);
        }
        waiters.fail(sharedRead, failure, now);
        return false;
    }
}
