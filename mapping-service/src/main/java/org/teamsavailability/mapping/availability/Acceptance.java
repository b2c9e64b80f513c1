package org.teamsavailability.mapping.availability;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);
    private static final Duration LOOKS_AGAIN_AFTER = Duration.ofMillis(50);

    private final DeskTransactions transactions;
    private final RequestStore requests;
    private final RequestStream stream;
    private final AttemptTimes times;
    private final MonotonicTime time;

    public Acceptance(
            DeskTransactions transactions,
            RequestStore requests,
            RequestStream stream,
            AttemptTimes times,
            MonotonicTime time) {
        this.transactions = transactions;
        this.requests = requests;
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
            var attempt = add(asked, ends);
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
                store(serviceDeskId, requestId, found.offset());
                yield null;
            }
            case Search.Absent<Long> absent when absent.complete() -> absent.end();
            case Search.Absent<Long> _ -> throw new StreamUnavailable(times.deadline()).exception();
        };
    }

    /** The time to start is measured from before the deadline is given. */
    private @Nullable TimeLimit add(AskedRequest asked, StreamEnds ends) {
        return transactions.<@Nullable TimeLimit>in(
                asked.serviceDeskId(),
                it -> {
                    var attempt = new TimeLimit(time, times.startsWithin());
                    return requests.add(it, asked.requestId(), asked.hash(), ends, times.deadline())
                            ? attempt
                            : null;
                });
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
        store(asked.serviceDeskId(), asked.requestId(), prepared.send(partition));
    }

    /** Without it, a repeat finds the record on the topic. */
    private void store(String serviceDeskId, String requestId, long offset) {
        try {
            transactions.run(serviceDeskId, it -> requests.accepted(it, requestId, offset));
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .setMessage("The offset of a published request could not be stored")
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log();
        }
    }
}
