package org.teamsavailability.mapping.availability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** What calls store of requests, in {@link Batches}. Any thread. */
public final class RequestBatches {

    private static final Logger LOG = LoggerFactory.getLogger(RequestBatches.class);

    private final DeskTransactions transactions;
    private final RequestStore requests;
    private final AttemptTimes times;
    private final MonotonicTime time;
    private final Batches<NewRequest, @Nullable TimeLimit> added;
    private final Batches<Published, String> published;
    private final Batches<String, String> waitsEnded;

    /**
     * @param executor does the work of the database
     */
    public RequestBatches(
            DeskTransactions transactions,
            RequestStore requests,
            AttemptTimes times,
            MonotonicTime time,
            Executor executor) {
        this.transactions = transactions;
        this.requests = requests;
        this.times = times;
        this.time = time;
        this.added = new Batches<>(executor, this::addAll);
        this.published = new Batches<>(executor, this::storeOffsets);
        this.waitsEnded = new Batches<>(executor, this::storeEnds);
    }

    private record Published(String requestId, long offset) {}

    /**
     * Adds a request.
     *
     * @return how long its first attempt has to give it to the producer; null if the desk has one
     *     with its id
     */
    @Nullable TimeLimit add(String serviceDeskId, NewRequest request) throws InterruptedException {
        return added.get(serviceDeskId, request);
    }

    /** The time to start is measured from before the deadline is given. */
    private List<@Nullable TimeLimit> addAll(String serviceDeskId, List<NewRequest> batch) {
        var byId = new LinkedHashMap<String, NewRequest>();
        batch.forEach(it -> byId.putIfAbsent(it.requestId(), it));
        return transactions.in(
                serviceDeskId,
                it -> {
                    var attempt = new TimeLimit(time, times.startsWithin());
                    var ids = new HashSet<>(requests.add(it, byId.values(), times.deadline()));
                    var attempts = new ArrayList<@Nullable TimeLimit>();
                    batch.forEach(request ->
                            attempts.add(ids.remove(request.requestId()) ? attempt : null));
                    return attempts;
                });
    }

    /**
     * Stores where the record of a request is. Nobody waits for it: without the offset, a repeat
     * finds the record on the topic.
     */
    void published(String serviceDeskId, String requestId, long offset) {
        var _ =
                published
                        .submit(serviceDeskId, new Published(requestId, offset))
                        .exceptionally(failure -> {
                            failed("The offset of a request could not be stored", failure);
                            return requestId;
                        });
    }

    private List<String> storeOffsets(String serviceDeskId, List<Published> batch) {
        var offsets = new HashMap<String, Long>();
        batch.forEach(it -> offsets.putIfAbsent(it.requestId(), it.offset()));
        transactions.run(serviceDeskId, it -> requests.accepted(it, offsets));
        return batch.stream().map(Published::requestId).toList();
    }

    /**
     * Stores that the wait for an answer ended before it came. Without that, a later GET does not
     * say that the answer was late.
     */
    void waitEnded(String serviceDeskId, String requestId) throws InterruptedException {
        try {
            var _ = waitsEnded.get(serviceDeskId, requestId);
        } catch (RuntimeException failure) {
            failed("The end of a wait could not be stored", failure);
        }
    }

    private List<String> storeEnds(String serviceDeskId, List<String> requestIds) {
        transactions.run(serviceDeskId, it -> requests.waitEnded(it, requestIds));
        return requestIds;
    }

    private static void failed(String message, Throwable failure) {
        LOG.atWarn()
                .setMessage(message)
                .addKeyValue("failure", failure.getClass().getSimpleName())
                .log();
    }
}
