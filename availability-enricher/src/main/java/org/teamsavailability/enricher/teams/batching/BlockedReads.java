package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;

/**
 * Notes the cause at all waiters whose call cannot start yet because of our own rate limit or an
 * open breaker. It is noted while they wait, because an answer is decided a moment before its
 * deadline. Touched only in the executor of its queue.
 */
final class BlockedReads<K, R> {

    private final RateLimit<K> rateLimit;
    private final CircuitBreakers<K> breakers;
    private final SendQueue<K, R> sendQueue;
    private boolean anyBlocked;

    BlockedReads(RateLimit<K> rateLimit, CircuitBreakers<K> breakers, SendQueue<K, R> sendQueue) {
        this.rateLimit = rateLimit;
        this.breakers = breakers;
        this.sendQueue = sendQueue;
    }

    void note(Instant now) {
        boolean blocks = rateLimit.emptyAt(now).isAfter(now) || breakers.anyOpen();
        if (blocks || anyBlocked) {
            sendQueue.gathered().forEach(sharedRead -> note(sharedRead, now));
        }
        anyBlocked = blocks;
    }

    private void note(SharedRead<K, R> sharedRead, Instant now) {
        if (sharedRead.isUnasked()) {
            GraphFailure why = cause(sharedRead.key(), now);
            sharedRead.waiters().forEach(waiter -> waiter.block(why));
        }
    }

    private @Nullable GraphFailure cause(K key, Instant now) {
        GraphFailure failing = breakers.cause(key);
        if (failing != null) {
            return failing;
        }
        Instant opens = rateLimit.opensAt(key, now);
        return opens.isAfter(now) ? new GraphFailure.Throttled(null, null, opens) : null;
    }
}
