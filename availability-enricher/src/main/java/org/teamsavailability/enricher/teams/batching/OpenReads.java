package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reads of one queue that are not answered yet. Each key has at most one open read: requests
 * for the same key are coalesced. Touched only in the executor of its queue.
 */
final class OpenReads<K, R> {

    private final SendQueue<K, R> sendQueue;
    private final Map<K, SharedRead<K, R>> open = new HashMap<>();
    private final Map<K, Integer> callsOut = new HashMap<>();

    OpenReads(SendQueue<K, R> sendQueue) {
        this.sendQueue = sendQueue;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    boolean contains(K key) {
        return open.containsKey(key);
    }

    @Nullable SharedRead<K, R> find(K key) {
        return open.get(key);
    }

    /** How many calls for a key are out. */
    int callsOut(K key) {
        return callsOut.getOrDefault(key, 0);
    }

    /**
     * Opens a read that waits to be sent.
     *
     * @param overdue the read that it replaces, whose waiters move to it; null where there is none
     */
    SharedRead<K, R> open(K key, @Nullable SharedRead<K, R> overdue, Instant now) {
        SharedRead<K, R> sharedRead = new SharedRead<>(key, overdue, now);
        if (overdue != null) {
            overdue.removeWaiters().forEach(sharedRead::join);
        }
        open.put(key, sharedRead);
        sendQueue.add(sharedRead);
        return sharedRead;
    }

    /** Opens a read that the next call takes along, without a waiter. */
    SharedRead<K, R> openForCall(K key) {
        SharedRead<K, R> sharedRead = new SharedRead<>(key, null, null);
        open.put(key, sharedRead);
        return sharedRead;
    }

    /** Whether no read of a key is open, and no call for it out. */
    boolean isFree(K key) {
        return !open.containsKey(key) && !callsOut.containsKey(key);
    }

    /**
     * A read for a probe, which may have no waiter; null where its call is in flight. A call that
     * is out for a closed read does not count: it started before what the probe is to find out.
     */
    @Nullable SharedRead<K, R> takeForProbe(K key) {
        SharedRead<K, R> sharedRead = open.get(key);
        if (sharedRead == null) {
            return openForCall(key);
        }
        return sendQueue.remove(sharedRead) ? sharedRead : null;
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

    /** Closes the read of a key, whether or not its call was sent; null where none is open. */
    @Nullable SharedRead<K, R> remove(K key) {
        SharedRead<K, R> removed = open.remove(key);
        if (removed != null) {
            sendQueue.remove(removed);
        }
        return removed;
    }

    void drop(SharedRead<K, R> sharedRead) {
        open.remove(sharedRead.key(), sharedRead);
    }

    /** Drops a read with no waiter left; returns whether one is left. */
    boolean keep(SharedRead<K, R> sharedRead) {
        if (sharedRead.hasNoWaiters()) {
            drop(sharedRead);
        }
        return !sharedRead.hasNoWaiters();
    }
}
