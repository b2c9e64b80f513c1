package org.teamsavailability.enricher.teams.batching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads of refused calls that are set aside until it is known whether the endpoint answers anybody.
 * Touched only in the executor of their queue.
 */
final class ParkedReads<K, R> {

    private final List<Batch<K, R>> batches = new ArrayList<>();

    void add(Batch<K, R> batch) {
        batches.add(batch);
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    /** Drops the reads with no waiter left. */
    void dropAbandoned() {
        batches.replaceAll(Batch::withoutAbandoned);
        batches.removeIf(Batch::isEmpty);
    }

    /** Takes out the read of a key; null where it is not parked. */
    @Nullable SharedRead<K, R> take(K key) {
        for (int i = 0; i < batches.size(); i++) {
            Batch<K, R> batch = batches.get(i);
            for (SharedRead<K, R> sharedRead : batch.sharedReads()) {
                if (sharedRead.key().equals(key)) {
                    batches.set(i, batch.without(sharedRead));
                    return sharedRead;
                }
            }
        }
        return null;
    }

    List<SharedRead<K, R>> reads() {
        return batches.stream().flatMap(batch -> batch.sharedReads().stream()).toList();
    }

    /** Asks for all of them again, the first parked first. */
    void sendAgain(SendQueue<K, R> sendQueue) {
        batches.reversed().forEach(sendQueue::push);
    }

    void clear() {
        batches.clear();
    }
}
