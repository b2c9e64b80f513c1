package org.teamsavailability.mapping.availability.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.HTTP_REQUEST;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.availability.NewRequest;
import org.teamsavailability.mapping.availability.RequestHash;
import org.teamsavailability.mapping.availability.StoredRequest;
import org.teamsavailability.mapping.availability.StreamEnds;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** The database decides who publishes a request, by its own clock. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestRowsTest {

    private static final RequestHash HASH = RequestHash.of("body");
    private static final StreamEnds ENDS = new StreamEnds(3, 100, 200);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration PAST = Duration.ofMinutes(-1);

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final RequestRows rows = new RequestRows();
    private final DeskTransactions transactions = database.deskTransactions();
    private int tests;
    private String desk = "";

    @BeforeEach
    void aDesk() {
        desk = "desk-" + ++tests;
        database.createDesk(desk);
    }

    private boolean did(Predicate<DeskTransaction> work) {
        return transactions.in(desk, work::test);
    }

    private boolean add(String id, Duration deadline) {
        return did(it -> add(it, id, deadline));
    }

    private boolean add(DeskTransaction transaction, String id, Duration deadline) {
        return !rows.add(transaction, List.of(new NewRequest(id, HASH, ENDS)), deadline).isEmpty();
    }

    private @Nullable StoredRequest find(String id) {
        return transactions.<@Nullable StoredRequest>in(desk, it -> rows.find(it, id));
    }

    private void age(String id, String interval) {
        database.transactions()
                .run(
                        desk,
                        it ->
                                it.execute(
                                        "update http_request set created_at = created_at - interval"
                                                + " '"
                                                + interval
                                                + "' where request_id = ?",
                                        id));
    }

    @Test
    void keepWhatWasAddedFirst() {
        assertThat(add("r", LONG)).isTrue();
        assertThat(add("r", LONG)).isFalse();

        assertThat(find("r"))
                .satisfies(it -> {
                    assertThat(it.hash()).isEqualTo(HASH);
                    assertThat(it.partition()).isEqualTo(3);
                    assertThat(it.requestFrom()).isEqualTo(100);
                    assertThat(it.requestOffset()).isNull();
                    assertThat(it.answerFrom()).isEqualTo(200);
                    assertThat(it.attempt()).isOne();
                    assertThat(it.untilDeadline()).isPositive().isLessThanOrEqualTo(LONG);
                    assertThat(it.waitEnded()).isFalse();
                });
    }

    @Test
    void letOneOfManyAddARequest() throws Exception {
        assertThat(timesTrue(() -> add("r", LONG))).isOne();
    }

    @Test
    void addThoseOfManyThatAreNew() {
        add("r", LONG);

        assertThat(
                        transactions.<Set<String>>in(
                                desk, it -> rows.add(it, requests("s", "r", "q"), LONG)))
                .containsExactlyInAnyOrder("s", "q");
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void letTwoInstancesAddTheSameRequestsInAnyOrder() throws Exception {
        var ids = IntStream.range(0, 50).mapToObj(Integer::toString).toArray(String[]::new);
        var reversed = List.of(ids).reversed().toArray(String[]::new);
        var calls = new ArrayList<Callable<Integer>>();
        for (var order : List.of(ids, reversed, ids, reversed)) {
            calls.add(() ->
                    transactions.<Integer>in(
                            desk, it -> rows.add(it, requests(order), LONG).size()));
        }
        int added = 0;

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(calls)) {
                added += done.get();
            }
        }

        assertThat(added).isEqualTo(ids.length);
    }

    private static List<NewRequest> requests(String... ids) {
        return Stream.of(ids).map(id -> new NewRequest(id, HASH, ENDS)).toList();
    }

    @Test
    void storeTheOffsetsOfMany() {
        for (var id : new String[] {"q", "r", "s"}) {
            add(id, LONG);
        }

        transactions.run(desk, it -> rows.accepted(it, Map.of("q", 101L, "s", 102L)));

        assertThat(Stream.of("q", "r", "s").map(this::find))
                .extracting(it -> it == null ? null : it.requestOffset())
                .containsExactly(101L, null, 102L);
    }

    @Test
    void letOneOfManyTakeARequestOver() throws Exception {
        add("r", PAST);

        assertThat(timesTrue(() -> did(it -> rows.takeOver(it, "r", 1, LONG)))).isOne();
        assertThat(find("r")).satisfies(it -> assertThat(it.attempt()).isEqualTo(2));
    }

    /** How many of ten at once succeed. */
    private static long timesTrue(Callable<Boolean> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 10; i++) {
                calls.add(call);
            }
            long times = 0;
            for (var done : threads.invokeAll(calls)) {
                times += done.get() ? 1 : 0;
            }
            return times;
        }
    }

    @Test
    void letNobodyTakeARequestOverBeforeItsDeadlineOrAfterItsRecord() {
        add("r", LONG);
        assertThat(did(it -> rows.takeOver(it, "r", 1, LONG))).isFalse();
        add("past", PAST);
        transactions.run(desk, it -> rows.accepted(it, Map.of("past", 101L)));
        assertThat(did(it -> rows.takeOver(it, "past", 1, LONG))).isFalse();
        assertThat(did(it -> rows.renew(it, "past", 1, 110, LONG))).isFalse();
    }

    @Test
    void renewTheCurrentAttemptOnly() {
        add("r", PAST);
        assertThat(did(it -> rows.takeOver(it, "r", 1, PAST))).isTrue();

        assertThat(did(it -> rows.renew(it, "r", 1, 110, LONG))).isFalse();
        assertThat(did(it -> rows.renew(it, "r", 2, 110, LONG))).isTrue();

        assertThat(find("r"))
                .satisfies(it -> {
                    assertThat(it.requestFrom()).isEqualTo(110);
                    assertThat(it.untilDeadline()).isPositive();
                });
    }

    @Test
    void keepTheFirstOffsetAndTheLastPosition() {
        add("r", LONG);
        transactions.run(
                desk,
                it -> {
                    rows.accepted(it, Map.of("r", 101L));
                    rows.accepted(it, Map.of("r", 102L));
                    rows.answerIsNotBefore(it, "r", 300);
                    rows.answerIsNotBefore(it, "r", 250);
                    rows.waitEnded(it, List.of("r"));
                });

        assertThat(find("r"))
                .satisfies(it -> {
                    assertThat(it.requestOffset()).isEqualTo(101);
                    assertThat(it.answerFrom()).isEqualTo(300);
                    assertThat(it.waitEnded()).isTrue();
                });
    }

    @Test
    void forgetARequestAfterADay() {
        add("old", LONG);
        transactions.run(desk, it -> rows.accepted(it, Map.of("old", 101L)));
        age("old", "23 hours 59 minutes");
        assertThat(find("old")).isNotNull();
        age("old", "1 minute");
        assertThat(find("old")).isNull();

        assertThat(add("old", LONG)).isTrue();

        assertThat(find("old")).satisfies(it -> assertThat(it.requestOffset()).isNull());
    }

    @Test
    void deleteOldRequestsWhileNewOnesCome() {
        add("old", LONG);
        age("old", "25 hours");
        add("new", LONG);

        transactions.run(desk, it -> rows.accepted(it, Map.of("new", 33L)));
        assertThat(count()).isEqualTo(2);
        transactions.run(desk, it -> rows.accepted(it, Map.of("new", 32L)));
        assertThat(count()).isOne();
    }

    @Test
    void deleteOldRequests() {
        for (var id : new String[] {"old-1", "old-2", "old-3"}) {
            add(id, LONG);
            age(id, "25 hours");
        }
        add("new", LONG);

        assertThat(transactions.<Integer>in(desk, it -> rows.deleteOld(it, 2))).isEqualTo(2);
        assertThat(transactions.<Integer>in(desk, it -> rows.deleteOld(it, 2))).isOne();
        assertThat(count()).isOne();
    }

    private int count() {
        return database.transactions().in(desk, it -> it.fetchCount(HTTP_REQUEST));
    }

    @Test
    void showNothingToAnotherDesk() {
        add("r", LONG);
        database.createDesk("other");

        assertThat(transactions.<@Nullable StoredRequest>in("other", it -> rows.find(it, "r")))
                .isNull();
        assertThat(transactions.<Boolean>in("other", it -> add(it, "r", LONG))).isTrue();
    }

    @Test
    void goWithTheirDesk() {
        add("r", LONG);

        transactions.run(desk, database.desks()::delete);

        assertThat(count()).isZero();
    }
}
