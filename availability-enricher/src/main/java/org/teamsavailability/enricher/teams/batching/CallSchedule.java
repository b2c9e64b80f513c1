package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Priority;

/**
 * Which reads are in the next call, and when it may start. Touched only in the executor of its
 * queue.
 */
record CallSchedule<K, R>(
        Reads<K, R> reads,
        SendQueue<K, R> sendQueue,
        CallLimiter limiter,
        RateLimit<K> rateLimit,
        CircuitBreakers<K> breakers,
        Feasibility<K> feasibility,
        RefusingEndpoint<K, R> refusing,
        OpenReads<K, R> openReads) {

    /**
     * Takes out the reads of the next call.
     *
     * @param batched whether every read that waits is {@link Priority#BATCHED}
     * @return null where none may start
     */
    @Nullable Batch<K, R> next(boolean batched, Instant now) {
        if (sendQueue.isEmpty() || !limiter.isOpen(!batched, now)) {
            return null;
        }
        K first = sendQueue.firstGathered();
        if (first != null && refusing.isProbing(first)) {
            return limiter.hasPermit() && !opensAt(first, now).isAfter(now)
                    ? refusing.nextProbe()
                    : null;
        }
        Batch<K, R> batch =
                sendQueue.next(
                        refusing.mostGathered(reads.mostPerCall(), now),
                        key -> feasibility.canBeAsked(key, now) && !opensAt(key, now).isAfter(now),
                        limiter.hasPermit() && !halvesOpenAt(now).isAfter(now));
        return batch == null ? null : fill(batch, now);
    }

    /**
     * Fills the room in a call with keys that were asked for lately. Calls that find out what is
     * refused, or whether Microsoft answers at all, stay as they are.
     */
    private Batch<K, R> fill(Batch<K, R> batch, Instant now) {
        if (batch.suspect() || refusing.isRefusing() || breakers.isOpen(batch.keys().getFirst())) {
            return batch;
        }
        List<K> more = reads.takeAging(reads.mostPerCall() - batch.size(), openReads::isFree, now);
        return more.isEmpty() ? batch : batch.with(more.stream().map(openReads::openForCall));
    }

    /** Sets the timer to the moments at which a further call may start. */
    void setTimer(ResettableTimer timer, boolean batched, Instant now) {
        Instant open = refusing.gatheredOpenAt(now);
        Instant halves = halvesOpenAt(now);
        Instant ready =
                sendQueue.earliest(
                        key ->
                                feasibility.hasPlaceFor(key, now)
                                        ? later(
                                                later(open, opensAt(key, now)),
                                                limiter.admitsAt(reads.team(key)))
                                        : Instant.MAX,
                        limiter.hasPermit() && !halves.isAfter(now),
                        now);
        Instant admitted = later(ready, limiter.admitsAt(null));
        if (admitted.isBefore(Instant.MAX)) {
            timer.at(later(limiter.opensAt(!batched, now), admitted), now);
        }
        if (halves.isAfter(now)) {
            timer.at(halves, now);
        }
        timer.at(limiter.nextHung(), now);
    }

    /** From when on the queue has nothing to remember of its last calls. */
    Instant idleFrom(Instant now) {
        return later(limiter.idleAt(now), rateLimit.emptyAt(now));
    }

    /** From when on our own rate limit and the breaker allow a call for this key. */
    private Instant opensAt(K key, Instant now) {
        return later(rateLimit.opensAt(key, now), breakers.opensAt(key, now));
    }

    /** The same for what is asked in halves. */
    private Instant halvesOpenAt(Instant now) {
        K half = sendQueue.nextHalf();
        return half == null ? now : breakers.opensAt(half, now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
