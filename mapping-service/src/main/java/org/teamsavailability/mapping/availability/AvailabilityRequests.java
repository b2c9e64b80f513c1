package org.teamsavailability.mapping.availability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.availability.AvailabilityRefusal.NotFound;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.schemas.CandidateAvailability;

/**
 * Asks which technicians of a service desk are available, and waits for the answer. A call runs on
 * a virtual thread of its own; while it waits, it holds no thread of a pool and no connection to
 * the database.
 */
public final class AvailabilityRequests {

    /** The longest wait of a call. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** How much longer than {@code respondBy} a call waits that does not say how long. */
    static final Duration AFTER_RESPOND_BY = Duration.ofMillis(100);

    /** How long a call waits that says neither. */
    static final Duration DEFAULT_WAIT = Duration.ofMillis(2_500);

    private final Acceptance acceptance;
    private final RequestBatches batches;
    private final DeskTransactions transactions;
    private final RequestStore requests;
    private final AnswerStream answers;
    private final WaitingCalls calls;
    private final RequestMeters meters;
    private final Clock clock;
    private final MonotonicTime time;
    private final AnswerLookup lookup;

    public AvailabilityRequests(
            Acceptance acceptance,
            RequestBatches batches,
            DeskTransactions transactions,
            RequestStore requests,
            AnswerStream answers,
            WaitingCalls calls,
            RequestMeters meters,
            Clock clock,
            MonotonicTime time) {
        this.acceptance = acceptance;
        this.batches = batches;
        this.transactions = transactions;
        this.requests = requests;
        this.answers = answers;
        this.calls = calls;
        this.meters = meters;
        this.clock = clock;
        this.time = time;
        this.lookup = new AnswerLookup(transactions, requests, answers);
    }

    /**
     * Publishes a request, or joins the call that has published it, and waits for its answer.
     *
     * @param wait how long, at most {@link #LONGEST_WAIT}; null for the default
     * @throws org.teamsavailability.mapping.refusal.RefusedException an {@link AvailabilityRefusal}
     *     if the request is not accepted
     */
    public Reply ask(AskedRequest asked, @Nullable Duration wait) throws InterruptedException {
        return meters.counted("POST", () -> askCounted(asked, wait));
    }

    private Reply askCounted(AskedRequest asked, @Nullable Duration wait)
            throws InterruptedException {
        var desk = asked.serviceDeskId();
        var id = asked.requestId();
        var limit = new TimeLimit(time, wait == null ? defaultWait(asked) : wait);
        try (var _ = calls.enter(desk);
                var awaited = answers.await(desk, id)) {
            var row = acceptance.accept(asked, limit).repeated();
            var answer =
                    row == null ? first(awaited, limit) : repeated(awaited, desk, id, row, limit);
            if (answer == null) {
                batches.waitEnded(desk, id);
                return new Reply.Open(id);
            }
            return new Reply.Answered(answer, answer.getLate());
        }
    }

    private @Nullable CandidateAvailability first(AnswerStream.Awaited awaited, TimeLimit limit)
            throws InterruptedException {
        long since = time.nanos();
        var answer = awaited.within(limit.left());
        if (answer != null) {
            meters.answered(Duration.ofNanos(time.nanos() - since));
        }
        return answer;
    }

    /** The answer may be there already. */
    private @Nullable CandidateAvailability repeated(
            AnswerStream.Awaited awaited,
            String serviceDeskId,
            String requestId,
            StoredRequest row,
            TimeLimit limit)
            throws InterruptedException {
        var answer = lookup.find(serviceDeskId, requestId, row, limit);
        return answer == null ? awaited.within(limit.left()) : answer;
    }

    /** Until just after the answer is due, or as long as one is due that says nothing of it. */
    private Duration defaultWait(AskedRequest asked) {
        Instant respondBy = asked.record().getRespondBy();
        var now = clock.instant();
        if (respondBy == null || !respondBy.isAfter(now)) {
            return DEFAULT_WAIT;
        }
        var wait = Duration.between(now, respondBy).plus(AFTER_RESPOND_BY);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /**
     * Finds the answer to a request that was asked before, at whichever instance.
     *
     * @param wait how long to wait for it, at most {@link #LONGEST_WAIT}
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link NotFound} if the desk
     *     did not ask with this id, or another {@link AvailabilityRefusal}
     */
    public Reply find(String serviceDeskId, String requestId, Duration wait)
            throws InterruptedException {
        return meters.counted("GET", () -> findCounted(serviceDeskId, requestId, wait));
    }

    private Reply findCounted(String serviceDeskId, String requestId, Duration wait)
            throws InterruptedException {
        var limit = new TimeLimit(time, wait);
        try (var _ = calls.enter(serviceDeskId)) {
            var row = stored(serviceDeskId, requestId);
            if (wait.isZero()) {
                return reply(requestId, row, lookup.find(serviceDeskId, requestId, row, limit));
            }
            try (var awaited = answers.await(serviceDeskId, requestId)) {
                return reply(
                        requestId, row, repeated(awaited, serviceDeskId, requestId, row, limit));
            }
        }
    }

    /** A request that was never published is not known. */
    private StoredRequest stored(String serviceDeskId, String requestId) {
        var row =
                transactions.<@Nullable StoredRequest>in(
                        serviceDeskId, it -> requests.find(it, requestId));
        if (row == null
                || (!row.isAccepted()
                        && row.isPastDeadline()
                        && !acceptance.isPublished(serviceDeskId, requestId, row))) {
            throw new NotFound(requestId).exception();
        }
        return row;
    }

    private Reply reply(
            String requestId, StoredRequest row, @Nullable CandidateAvailability answer) {
        return answer == null
                ? new Reply.Open(requestId)
                : new Reply.Answered(answer, answer.getLate() || row.waitEnded());
    }
}
