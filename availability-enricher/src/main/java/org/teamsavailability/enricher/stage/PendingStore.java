package org.teamsavailability.enricher.stage;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.teamsavailability.schemas.PendingRequest;

/**
 * The store of requests that wait for Teams, by slot: written in the transaction that accepts the
 * request, so a commit never waits for Graph and nothing is lost on a restart. Owned by the stream
 * thread.
 */
final class PendingStore {

    /** A request found in the store after a restart. */
    record Restored(int slot, long sequence, AcceptedRequest accepted) {}

    private final KeyValueStore<Integer, PendingRequest> store;
    private final RequestTraces traces;

    PendingStore(KeyValueStore<Integer, PendingRequest> store, RequestTraces traces) {
        this.store = store;
        this.traces = traces;
    }

    void put(WaitingRequest request) {
        AcceptedRequest accepted = request.accepted();
        store.put(
                request.slot(),
                new PendingRequest(
                        request.sequence(),
                        accepted.acceptedAt(),
                        ByteBuffer.wrap(accepted.key()),
                        accepted.timestamp(),
                        accepted.traceContext(),
                        accepted.request()));
    }

    void remove(WaitingRequest request) {
        store.delete(request.slot());
    }

    /** The requests of an earlier epoch, in the order in which they were accepted. */
    List<Restored> restored(Instant restoredAt) {
        var left = new ArrayList<Restored>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> left.add(restored(entry.key, entry.value, restoredAt)));
        }
        left.sort(Comparator.comparingLong(Restored::sequence));
        return left;
    }

    private Restored restored(int slot, PendingRequest pending, Instant restoredAt) {
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
                        restoredAt,
                        traces.begin(pending.getHeaders(), true)));
    }
}
