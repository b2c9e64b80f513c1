package org.teamsavailability.mapping.availability;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.availability.AvailabilityRefusal.InProgress;
import org.teamsavailability.mapping.availability.AvailabilityRefusal.KeyReused;
import org.teamsavailability.mapping.availability.AvailabilityRefusal.StreamUnavailable;
import org.teamsavailability.mapping.desk.DeskTransactions;

/**
 * Puts a request on its topic once, however many calls and instances are given it. First its row is
 * committed, then its record is sent, then the offset of the record is stored. An attempt sends
 * nothing after its deadline. So a later attempt, which begins after this deadline, finds every
 * record of an earlier one on the partition, after the offset that the row names.
 */
public final class Acceptance {

    private static final Duration LOOKS_AGAIN_AFTER = Duration.ofMillis(50);

    private final DeskTransactions transactions;
    private final RequestStore requests;
    private final RequestBatches batches;
    private final RequestStream stream;
    private final AttemptTimes times;
    private final MonotonicTime time;

    public Acceptance(
            DeskTransactions transactions,
            RequestStore requests,
            RequestBatches batches,
            RequestStream stream,
            AttemptTimes times,
            MonotonicTime time) {
        this.transactions = transactions;
        this.requests = requests;
        this.batches = batches;
        this.stream = stream;
        this.times = times;
        this.time = time;
    }

    /**
     * A request that is on its topic.
     *
     * @param repeated where its answer may be already; null if this call has published it
     */
    record Accepted(@Nullable StoredRequest repeated) {}

    /**
     * Returns when the request is on its topic.
     *
     * @param wait how long to wait for another call that is publishing it
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link KeyReused}, {@link
     *     InProgress} or {@link StreamUnavailable}
     */
    Accepted accept(AskedRequest asked, TimeLimit wait) throws InterruptedException {
        var prepared = stream.prepare(asked.record());
        var ends = stream.ends(asked.serviceDeskId());
        while (true) {
            var attempt =
                    batches.add(
                            asked.serviceDeskId(),
                            new NewRequest(asked.requestId(), asked.hash(), ends));
            if (attempt != null) {
                publish(asked, prepared, ends.partition(), attempt);
                return new Accepted(null);
            }
            var accepted = joinOther(asked, prepared, wait);
            if (accepted != null) {
                return accepted;
            }
        }
    }

    /** Returns null if the other call's row was deleted meanwhile. */
    private @Nullable Accepted joinOther(
            AskedRequest asked, RequestStream.Prepared prepared, TimeLimit wait)
            throws InterruptedException {
        for (var row = find(asked); row != null; row = find(asked)) {
            if (!row.hash().equals(asked.hash())) {
                throw new KeyReused(asked.requestId()).exception();
            }
            if (row.isAccepted() || (row.isPastDeadline() && tryAgain(asked, prepared, row))) {
                return new Accepted(row);
            }
            if (wait.isOver()) {
                throw new InProgress(asked.requestId(), times.retryAfter(row)).exception();
            }
            wait.pause(LOOKS_AGAIN_AFTER);
        }
        return null;
    }

    /** Returns false if another call has started the next attempt. */
    private boolean tryAgain(
            AskedRequest asked, RequestStream.Prepared prepared, StoredRequest row) {
        var desk = asked.serviceDeskId();
        var id = asked.requestId();
        if (!transactions.in(
                desk, it -> requests.takeOver(it, id, row.attempt(), times.deadline()))) {
            return false;
        }
        var end = endWithoutRecord(desk, id, row);
        if (end == null) {
            return true;
        }
        var attempt = new TimeLimit(time, times.startsWithin());
        if (!transactions.in(
                desk, it -> requests.renew(it, id, row.attempt() + 1, end, times.deadline()))) {
            return false;
        }
        publish(asked, prepared, row.partition(), attempt);
        return true;
    }

    /**
     * Looks for the record that an earlier attempt may have sent, and stores its offset.
     *
     * @param row of an attempt whose deadline has passed
     * @return whether it is there
     */
    boolean isPublished(String serviceDeskId, String requestId, StoredRequest row) {
        return endWithoutRecord(serviceDeskId, requestId, row) == null;
    }

    /** Null if the record is there. */
    private @Nullable Long endWithoutRecord(
            String serviceDeskId, String requestId, StoredRequest row) {
        return switch (stream.findRequest(
                serviceDeskId, requestId, row.partition(), row.requestFrom())) {
            case Search.Found<Long> found -> {
                batches.published(serviceDeskId, requestId, found.offset());
                yield null;
            }
            case Search.Absent<Long> absent when absent.complete() -> absent.end();
            case Search.Absent<Long> _ -> throw new StreamUnavailable(times.deadline()).exception();
        };
    }

    private @Nullable StoredRequest find(AskedRequest asked) {
        return transactions.<@Nullable StoredRequest>in(
                asked.serviceDeskId(), it -> requests.find(it, asked.requestId()));
    }

    private void publish(
            AskedRequest asked, RequestStream.Prepared prepared, int partition, TimeLimit toStart) {
        if (toStart.isOver()) {
            throw new StreamUnavailable(times.deadline()).exception();
        }
        batches.published(asked.serviceDeskId(), asked.requestId(), prepared.send(partition));
    }
}
