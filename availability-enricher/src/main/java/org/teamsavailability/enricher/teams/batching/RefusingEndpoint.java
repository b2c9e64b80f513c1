package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint is asked that refused everybody last: with one key at a time, until one is
 * answered. Touched only in the executor of its queue.
 */
final class RefusingEndpoint<K, R> {

    private final @Nullable Endpoint<K> endpoint;
    private final CircuitBreakers<K> breakers;
    private final SendQueue<K, R> sendQueue;
    private final OpenReads<K, R> openReads;
    private boolean searching;
    private @Nullable Batch<K, R> probe;

    /**
     * @param endpoint null where a refusal is a failure like others
     */
    RefusingEndpoint(
            @Nullable Endpoint<K> endpoint,
            CircuitBreakers<K> breakers,
            SendQueue<K, R> sendQueue,
            OpenReads<K, R> openReads) {
        this.endpoint = endpoint;
        this.breakers = breakers;
        this.sendQueue = sendQueue;
        this.openReads = openReads;
    }

    /** Whether a search is about to find out if the endpoint answers anybody. */
    void searching(boolean now) {
        searching = now;
    }

    boolean isRefusing() {
        return endpoint != null && endpoint.isRefusing();
    }

    /** How many gathered reads may be in the next call; 0 = none. */
    int mostGathered(int most, Instant now) {
        if (!isRefusing()) {
            return most;
        }
        return gatheredOpenAt(now).isAfter(now) ? 0 : 1;
    }

    /**
     * From when on gathered reads may be sent; {@link Instant#MAX} while that depends on a reply.
     */
    Instant gatheredOpenAt(Instant now) {
        if (!isRefusing()) {
            return now;
        }
        if (searching) {
            return Instant.MAX;
        }
        return probe == null ? now : probe.sharedReads().getFirst().overdueAt();
    }

    /** Whether the breaker is open for refusals: then a probe asks one key, and is not searched. */
    boolean isProbing(K key) {
        return isRefusing() && !searching && breakers.isOpen(key);
    }

    /** Takes out the key of the next probe: in turn those answered last and those that wait. */
    @Nullable Batch<K, R> nextProbe() {
        if (endpoint == null) {
            return null;
        }
        List<K> known = endpoint.lastAnswered();
        int place = endpoint.nextOf(known.size() + sendQueue.waiting());
        SharedRead<K, R> sharedRead =
                place < known.size() ? openReads.takeForProbe(known.get(place)) : null;
        if (sharedRead != null) {
            sharedRead.holdUntilReturned();
        } else {
            sharedRead = sendQueue.takeAt(Math.floorMod(place - known.size(), sendQueue.waiting()));
        }
        return sharedRead == null ? null : new Batch<>(List.of(sharedRead), null);
    }

    void started(Batch<K, R> batch) {
        if (!batch.suspect() && isRefusing()) {
            probe = batch;
        }
    }

    void returned(Batch<K, R> batch) {
        if (batch.equals(probe)) {
            probe = null;
        }
    }
}
