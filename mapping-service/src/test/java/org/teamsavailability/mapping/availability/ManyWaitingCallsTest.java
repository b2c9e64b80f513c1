package org.teamsavailability.mapping.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.TestServers;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.availability.AskingInstance.Answer;

/** Many calls at one instance, with as many that wait as the default settings allow. */
@Isolated
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyWaitingCallsTest {

    private static final int MOST = 2_000;
    private static final int MOST_OF_DESK = 200;
    private static final int FLOOD = 5_000;
    private static final int FLOOD_AT_A_TIME = 600;
    private static final String PATIENT = "?wait=30";
    private static final String BODY =
            """
            {"ticketId": "T-1", "mode": "AI", "candidates": [{"technicianId": "anna"}],
             "teamsAvailability": {"enabled": true, "rotaTeamIds": []}}
            """;

    private final TestDatabase database = new TestDatabase();
    private final AskingTopics topics = new AskingTopics();

    /** All calls come from one address, and a slow machine may read and publish slowly. */
    private final AskingInstance instance =
            new AskingInstance(
                    database,
                    TestServers.kafka(),
                    topics.prefix(),
                    "teams-availability.limits.connections-per-address=2500",
                    "teams-availability.limits.headers-within=2m",
                    "teams-availability.asking.publish-within=60s");

    @BeforeAll
    void openTheClientsOfKafka() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2, Thread.ofVirtual().factory())) {
            var calls = ask(threads, MOST_OF_DESK, List.of(newDesk("first")), PATIENT);
            assertThat(statuses(calls)).containsOnly(200);
        }
    }

    @AfterAll
    void stop() {
        instance.close();
        topics.close();
        database.close();
    }

    @BeforeEach
    void answerAll() {
        topics.answerOnly(_ -> true);
    }

    private String newDesk(String id) {
        database.createDesk(id);
        return instance.key(id, Scope.ASK);
    }

    private int waiting() {
        return (int) instance.meters().get("teams.availability.http.waiting").gauge().value();
    }

    private static List<Integer> statuses(List<Future<Answer>> calls) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var call : calls) {
            statuses.add(call.get().status());
        }
        return statuses;
    }

    @Test
    void areAllAnswered() throws Exception {
        topics.answerOnly(_ -> false);
        var keys = new ArrayList<String>();
        for (int i = 0; i < MOST / MOST_OF_DESK; i++) {
            keys.add(newDesk("many-" + i));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = ask(threads, MOST, keys, PATIENT);
            await().failFast(() -> assertThat(calls).noneMatch(Future::isDone))
                    .untilAsserted(() -> {
                        assertThat(topics.count(it -> it.startsWith("many-"))).isEqualTo(MOST);
                        assertThat(waiting()).isEqualTo(MOST);
                    });

            topics.answerOnly(_ -> true);

            assertThat(statuses(calls)).containsOnly(200);
        }
    }

    @Test
    void areRefusedAboveTheLimitOfADeskWithoutHarmToAnother() throws Exception {
        var keys = List.of(newDesk("flood"), instance.key("flood", Scope.ASK));
        var otherKey = newDesk("calm");
        var answers = new ArrayList<Integer>();
        var mostWaiting = 0;
        try (var threads =
                Executors.newFixedThreadPool(FLOOD_AT_A_TIME, Thread.ofVirtual().factory())) {
            var flood = ask(threads, FLOOD, keys, "?wait=1");
            while (!flood.stream().allMatch(Future::isDone)) {
                answers.add(instance.ask(otherKey, PATIENT, BODY).status());
                mostWaiting = Math.max(mostWaiting, waiting());
            }

            var statuses = statuses(flood);
            assertThat(statuses).isSubsetOf(200, 202, 429).contains(200, 429);
            long accepted = statuses.stream().filter(it -> it != 429).count();
            await().until(() -> topics.count("flood"::equals) == accepted);
        }
        assertThat(answers).isNotEmpty().containsOnly(200);
        assertThat(mostWaiting).isLessThanOrEqualTo(MOST_OF_DESK);
        await().until(() -> waiting() == 0);
    }

    private List<Future<Answer>> ask(
            ExecutorService threads, int count, List<String> keys, String query) {
        var calls = new ArrayList<Future<Answer>>();
        for (int i = 0; i < count; i++) {
            var key = keys.get(i % keys.size());
            calls.add(threads.submit(() -> instance.ask(key, query, BODY)));
        }
        return calls;
    }
}
