package org.teamsavailability.mapping.availability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** The table in memory; its clock is a test's. */
final class FakeRequestStore implements RequestStore, DeskTransactions {

    private final Map<String, Row> rows = new HashMap<>();
    private final Clock clock;
    private Runnable afterCommits = () -> {};

    FakeRequestStore(Clock clock) {
        this.clock = clock;
    }

    private record Row(StoredRequest request, Instant deadline) {}

    private record Transaction(String serviceDeskId) implements DeskTransaction {
        @Override
        public void lockDesk() {}
    }

    /** What happens after each commit, until it is set again. */
    void afterCommits(Runnable what) {
        afterCommits = what;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public <T extends @Nullable Object> T in(
            String serviceDeskId, Function<DeskTransaction, T> work) {
        var result = work.apply(new Transaction(serviceDeskId));
        afterCommits.run();
        return result;
    }

    @Override
    public <T extends @Nullable Object> T retried(
            String serviceDeskId, Function<DeskTransaction, T> work) {
        return in(serviceDeskId, work);
    }

    private static String key(DeskTransaction transaction, String requestId) {
        return transaction.serviceDeskId() + "/" + requestId;
    }

    @Override
    public Set<String> add(
            DeskTransaction transaction, Collection<NewRequest> requests, Duration deadline) {
        return requests.stream()
                .filter(it -> add(transaction, it, deadline))
                .map(NewRequest::requestId)
                .collect(Collectors.toSet());
    }

    private boolean add(DeskTransaction transaction, NewRequest added, Duration deadline) {
        var ends = added.ends();
        var request =
                new StoredRequest(
                        added.hash(),
                        ends.partition(),
                        ends.requests(),
                        null,
                        ends.answers(),
                        1,
                        deadline,
                        false);
        return rows.putIfAbsent(
                        key(transaction, added.requestId()),
                        new Row(request, clock.instant().plus(deadline)))
                == null;
    }

    @Override
    public @Nullable StoredRequest find(DeskTransaction transaction, String requestId) {
        var row = rows.get(key(transaction, requestId));
        if (row == null) {
            return null;
        }
        var it = row.request();
        return new StoredRequest(
                it.hash(),
                it.partition(),
                it.requestFrom(),
                it.requestOffset(),
                it.answerFrom(),
                it.attempt(),
                Duration.between(clock.instant(), row.deadline()),
                it.waitEnded());
    }

    @Override
    public boolean takeOver(
            DeskTransaction transaction, String requestId, int lastAttempt, Duration deadline) {
        var row = find(transaction, requestId);
        return row != null
                && row.isPastDeadline()
                && attempt(
                        transaction,
                        requestId,
                        lastAttempt,
                        lastAttempt + 1,
                        row.requestFrom(),
                        deadline);
    }

    @Override
    public boolean renew(
            DeskTransaction transaction,
            String requestId,
            int attempt,
            long requestFrom,
            Duration deadline) {
        return attempt(transaction, requestId, attempt, attempt, requestFrom, deadline);
    }

    private boolean attempt(
            DeskTransaction transaction,
            String requestId,
            int from,
            int to,
            long requestFrom,
            Duration deadline) {
        var row = rows.get(key(transaction, requestId));
        if (row == null || row.request().isAccepted() || row.request().attempt() != from) {
            return false;
        }
        var it = row.request();
        rows.put(
                key(transaction, requestId),
                new Row(
                        new StoredRequest(
                                it.hash(),
                                it.partition(),
                                requestFrom,
                                null,
                                it.answerFrom(),
                                to,
                                deadline,
                                it.waitEnded()),
                        clock.instant().plus(deadline)));
        return true;
    }

    @Override
    public void accepted(DeskTransaction transaction, Map<String, Long> offsets) {
        offsets.forEach((id, offset) -> accepted(transaction, id, offset));
    }

    private void accepted(DeskTransaction transaction, String requestId, long requestOffset) {
        change(
                transaction,
                requestId,
                it ->
                        it.isAccepted()
                                ? it
                                : new StoredRequest(
                                        it.hash(),
                                        it.partition(),
                                        it.requestFrom(),
                                        requestOffset,
                                        it.answerFrom(),
                                        it.attempt(),
                                        it.untilDeadline(),
                                        it.waitEnded()));
    }

    @Override
    public void answerIsNotBefore(DeskTransaction transaction, String requestId, long answerFrom) {
        change(transaction, requestId, it -> with(it, answerFrom, it.waitEnded()));
    }

    @Override
    public void waitEnded(DeskTransaction transaction, Collection<String> requestIds) {
        requestIds.forEach(id -> change(transaction, id, it -> with(it, it.answerFrom(), true)));
    }

    private static StoredRequest with(StoredRequest it, long answerFrom, boolean waitEnded) {
        return new StoredRequest(
                it.hash(),
                it.partition(),
                it.requestFrom(),
                it.requestOffset(),
                answerFrom,
                it.attempt(),
                it.untilDeadline(),
                waitEnded);
    }

    private void change(
            DeskTransaction transaction, String requestId, UnaryOperator<StoredRequest> change) {
        rows.computeIfPresent(
                key(transaction, requestId),
                (_, row) -> new Row(change.apply(row.request()), row.deadline()));
    }

    @Override
    public int deleteOld(DeskTransaction transaction, int most) {
        return 0;
    }
}
