package org.teamsavailability.enricher.stage;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.teamsavailability.schemas.PendingRequest;

/**
 * The store of requests that wait for Teams, by slot: written in the transaction that takes the
 * request, so a commit never waits for Graph and nothing is lost on a restart. Owned by the stream
 * thread.
 */
final class PendingStore {

    /** A request found in the store after a restart. */
    record Restored(int slot, long sequence, AcceptedRequest taken) {}

    private final KeyValueStore<Integer, PendingRequest> store;
    private final RequestTraces traces;

    PendingStore(KeyValueStore<Integer, PendingRequest> store, RequestTraces traces) {
        this.store = store;
        this.traces = traces;
    }

    void put(WaitingRequest occupant) {
        AcceptedRequest taken = occupant.taken();
        store.put(
                occupant.slot(),
                new PendingRequest(
                        occupant.sequence(),
                        taken.takenAt(),
                        ByteBuffer.wrap(taken.key()),
                        taken.timestamp(),
                        taken.traceContext(),
                        taken.request()));
    }

    void remove(WaitingRequest occupant) {
        store.delete(occupant.slot());
    }

    /** What an earlier incarnation left, in the order in which it was taken. */
    List<Restored> restored(Instant takenOverAt) {
        var left = new ArrayList<Restored>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> left.add(restored(entry.key, entry.value, takenOverAt)));
        }
        left.sort(Comparator.comparingLong(Restored::sequence));
        return left;
    }

    private Restored restored(int slot, PendingRequest pending, Instant takenOverAt) {
        var key = new byte[pending.getKey().remaining()];
        pending.getKey().duplicate().get(key);
        return new Restored(
                slot,
                pending.getSequence(),
                new AcceptedRequest(
                        key,
                        pending.getTimestamp(),
                        pending.getHeaders(),
                        pending.getRequest(),
                        takenOverAt,
                        traces.begin(pending.getHeaders(), true)));
    }
}
