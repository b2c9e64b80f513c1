package org.teamsavailability.mapping.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.mapping.database.Tables.HTTP_REQUEST;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.TestServers;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.availability.AskingInstance.Answer;
import org.teamsavailability.mapping.availability.persistence.RequestRows;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.json.RecordWriter;
import org.teamsavailability.servers.process.Ports;
import tools.jackson.databind.node.ObjectNode;

/** Two instances answer over HTTP what is asked and answered on the topics. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class AskingOverKafkaTest {

    private static final int MOST_WAITING = 20;
    private static final String BODY =
            """
            {"ticketId": "T-1", "ticketPriority": "canary-priority", "mode": "AI",
             "candidates": [{"technicianId": "canary-anna"}],
             "teamsAvailability": {"enabled": true, "rotaTeamIds": [],
                "customInstructions": "canary-instruction"}}
            """;

    private final TestDatabase database = new TestDatabase();
    private final AskingTopics topics = new AskingTopics();
    private final AskingInstance one = instance(TestServers.kafka());
    private final AskingInstance two = instance(TestServers.kafka());
    private int tests;
    private String desk = "";
    private String key = "";

    private AskingInstance instance(String kafka) {
        return new AskingInstance(
                database,
                kafka,
                topics.prefix(),
                "teams-availability.asking.waiting-per-desk=" + MOST_WAITING,
                "teams-availability.asking.publish-within=3s");
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
        topics.close();
        database.close();
    }

    @BeforeEach
    void aDesk() {
        topics.answerOnly(_ -> true);
        desk = "desk-" + ++tests;
        key = newDesk(desk);
    }

    private String newDesk(String id) {
        database.createDesk(id);
        return one.key(id, Scope.ASK);
    }

    private Answer ask(AskingInstance instance, String id, String... more) {
        var headers = new ArrayList<>(List.of("Idempotency-Key", id));
        headers.addAll(List.of(more));
        return instance.ask(key, "?wait=30", BODY, headers.toArray(String[]::new));
    }

    private static void shows(Answer answer, DispatchRequested request) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(RecordWriter.write(FakeStreams.answer(request)));
    }

    private DispatchRequested request(String id) {
        return new AskedRequests(desk).of(id, Instant.parse("2026-03-02T09:00:00Z"));
    }

    private void isOnceOnItsTopic(String id) {
        await().untilAsserted(() -> assertThat(topics.recordsOf(desk, id)).hasSize(1));
    }

    @Test
    void returnTheAnswerOfTheTopic() {
        shows(ask(one, "r-1"), request("r-1"));
        isOnceOnItsTopic("r-1");
    }

    @Test
    void giveTheSameAnswerToARepeatAtAnyInstance() {
        var first = ask(one, "r-1");

        assertThat(ask(two, "\"r-1\"")).isEqualTo(first);
        assertThat(two.get(key, "/r-1").body()).isEqualTo(first.body());
        isOnceOnItsTopic("r-1");
    }

    @Test
    void publishOnceWhatComesToBothAtTheSameMoment() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                var id = "r-" + round;
                List<Callable<Answer>> calls =
                        List.of(
                                () -> ask(one, id),
                                () -> ask(two, id),
                                () -> ask(one, id),
                                () -> ask(two, id));
                for (var answer : threads.invokeAll(calls)) {
                    shows(answer.get(), request(id));
                }
                isOnceOnItsTopic(id);
            }
        }
    }

    @Test
    void showALateAnswerAtTheOtherInstance() {
        topics.answerOnly(_ -> false);

        var open = one.ask(key, "?wait=0", BODY, "Idempotency-Key", "\"a u%\"");

        assertThat(open.status()).isEqualTo(202);
        assertThat(open.body().toString()).isEqualTo("{\"requestId\":\"a u%\",\"state\":\"OPEN\"}");
        assertThat(open.location()).isEqualTo("/public-api/availability-requests/a%20u%25");
        assertThat(two.get(key, open.location())).isEqualTo(open);
        topics.answerOnly(_ -> true);
        var late = two.get(key, open.location() + "?wait=30");
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.body().path("late").booleanValue()).isTrue();
    }

    @Test
    void takeTheRecordOfAnInstanceThatWasKilledAfterTheSend() throws Exception {
        storeAsKilled("r-1");
        topics.write(request("r-1"));

        shows(ask(one, "r-1"), request("r-1"));
        isOnceOnItsTopic("r-1");
    }

    @Test
    void sendTheRecordOfAnInstanceThatWasKilledBeforeTheSend() {
        storeAsKilled("r-1");
        assertThat(two.get(key, "/r-1").status()).isEqualTo(404);

        shows(ask(one, "r-1"), request("r-1"));
        isOnceOnItsTopic("r-1");
    }

    @Test
    void findTheAnswerToWhatAKilledInstanceHasSent() throws Exception {
        storeAsKilled("r-1");
        topics.write(request("r-1"));

        await().untilAsserted(() -> assertThat(two.get(key, "/r-1").status()).isEqualTo(200));
    }

    /** The row of a call whose instance was killed, and whose deadline has passed. */
    private void storeAsKilled(String id) {
        var asked = new AskedRequests(desk).hashOf(id);
        var request = new NewRequest(id, asked, new StreamEnds(partition(), 0, 0));
        assertThat(
                        database.deskTransactions()
                                .<Set<String>>in(
                                        desk,
                                        it ->
                                                new RequestRows()
                                                        .add(
                                                                it,
                                                                List.of(request),
                                                                Duration.ofMinutes(-1))))
                .containsExactly(id);
    }

    /** Where Kafka puts the records of the desk. */
    private int partition() {
        var probe = one.ask(key, "?wait=30", BODY, "Idempotency-Key", "probe");
        assertThat(probe.status()).isEqualTo(200);
        await().until(() -> !topics.recordsOf(desk, "probe").isEmpty());
        return topics.recordsOf(desk, "probe").getFirst().partition();
    }

    @Test
    void refuseAnotherBodyAndTwoIds() {
        ask(one, "r-1");

        var other = BODY.replace("T-1", "T-2");
        var reused = two.ask(key, "", other, "Idempotency-Key", "r-1");
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.problem()).isEqualTo("key-reused");
        var different =
                two.ask(
                        key,
                        "",
                        BODY.replace("{\"ticketId\"", "{\"requestId\": \"r-3\", \"ticketId\""),
                        "Idempotency-Key",
                        "r-2");
        assertThat(different.status()).isEqualTo(400);
        assertThat(different.body().at("/errors/0/pointer").asString()).isEqualTo("/requestId");
    }

    @Test
    void nameThePlaceOfWhatIsWrongAndPublishNothing() {
        var wrong = BODY.replace("canary-anna", "a/b");

        var answer = one.ask(key, "", wrong, "Idempotency-Key", "r-1");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/pointer").asString())
                .isEqualTo("/candidates/0/technicianId");
        assertThat(one.get(key, "/r-1").status()).isEqualTo(404);
        assertThat(one.ask(key, "", "{\"serviceDeskId\": \"x\"}").status()).isEqualTo(400);
        assertThat(one.ask(key, "?wait=31", BODY).status()).isEqualTo(422);
    }

    @Test
    void keepDesksApart() {
        ask(one, "r-1");
        var otherDesk = desk + "-other";
        var otherKey = newDesk(otherDesk);

        assertThat(one.get(otherKey, "/r-1").status()).isEqualTo(404);
        var theirs = one.ask(otherKey, "?wait=30", BODY, "Idempotency-Key", "r-1");

        assertThat(theirs.status()).isEqualTo(200);
        assertThat(theirs.body().path("serviceDeskId").asString()).isEqualTo(otherDesk);
        assertThat(one.get(key, "/r-1").body().path("serviceDeskId").asString()).isEqualTo(desk);
        assertThat(topics.recordsOf(otherDesk, "r-1")).hasSize(1);
    }

    @Test
    void showDecisionsOfTheDeskAsTheyAreOnTheTopic() {
        ask(one, "r-1");
        var other = desk + "-other";
        database.createDesk(other);

        var found = two.get(one.key(desk, Scope.READ), "/public-api/decisions?requestId=r-1");

        assertThat(found.status()).isEqualTo(200);
        var item = (ObjectNode) found.body().at("/items/0");
        assertThat(Instant.parse(item.remove("requestedAt").asString()))
                .isBeforeOrEqualTo(Instant.now());
        assertThat(item).isEqualTo(RecordWriter.write(FakeStreams.answer(request("r-1"))));
        var theirs = two.get(one.key(other, Scope.READ), "/public-api/decisions?requestId=r-1");
        assertThat(theirs.body().path("items")).isEmpty();
        assertThat(two.get(one.key(desk, Scope.ASK), "/public-api/decisions").problem())
                .isEqualTo("scope-missing");
    }

    @Test
    void showNoFallbacksWithoutTheirTopic() {
        var answer = two.get(one.key(desk, Scope.READ), "/public-api/fallbacks");

        assertThat(answer.problem()).isEqualTo("event-stream-unavailable");
        assertThat(answer.retryAfter()).isEqualTo("5");
    }

    @Test
    void needTheScopeAsk() {
        var reader = one.key(desk, Scope.READ, Scope.WRITE);

        assertThat(one.ask(reader, "", BODY).problem()).isEqualTo("scope-missing");
        assertThat(one.get(reader, "/r-1").problem()).isEqualTo("scope-missing");
    }

    @Test
    void stopAFloodOfOneDeskWithoutHarmToAnother() throws Exception {
        topics.answerOnly(it -> !it.getServiceDeskId().equals(desk));
        var otherDesk = desk + "-other";
        var otherKey = newDesk(otherDesk);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var flood = new ArrayList<Future<Answer>>();
            for (int i = 0; i < 5 * MOST_WAITING; i++) {
                flood.add(threads.submit(() -> one.ask(key, "?wait=30", BODY)));
            }
            await().until(() ->
                    one.meters().get("teams.availability.http.waiting").gauge().value()
                            >= MOST_WAITING);

            var answer = one.ask(otherKey, "?wait=30", BODY);

            assertThat(answer.status()).isEqualTo(200);
            topics.answerOnly(_ -> true);
            assertThat(statuses(flood)).containsOnly(200, 429).contains(429);
        }
    }

    private static List<Integer> statuses(List<Future<Answer>> calls)
            throws InterruptedException, ExecutionException {
        var statuses = new ArrayList<Integer>();
        for (var call : calls) {
            var answer = call.get();
            statuses.add(answer.status());
            if (answer.status() == 429) {
                assertThat(answer.problem()).isEqualTo("too-many-waiting");
                assertThat(answer.retryAfter()).isEqualTo("1");
            }
        }
        return statuses;
    }

    @Test
    void refuseAndStoreNothingWhileKafkaIsUnavailable() {
        try (var away = instance("localhost:" + Ports.anyFree().any())) {
            var answer = away.ask(key, "", BODY, "Idempotency-Key", "r-1");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("event-stream-unavailable");
            assertThat(answer.retryAfter()).isEqualTo("3");
            assertThat(one.get(key, "/r-1").status()).isEqualTo(404);
            assertThat(topics.recordsOf(desk, "r-1")).isEmpty();
        }
    }

    @Test
    void continueTheTraceOfTheCall() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        ask(one, "r-1", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");

        isOnceOnItsTopic("r-1");
        var sent = AskingTopics.header(topics.recordsOf(desk, "r-1").getFirst(), "traceparent");
        assertThat(sent).startsWith("00-" + trace + "-").doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void keepNoWordOfARequestInTheDatabaseOrTheLog(CapturedOutput output) {
        ask(one, "r-1");
        one.ask(key, "", BODY.replace("AI", "canary-mode"), "Idempotency-Key", "r-2");

        var rows =
                database.transactions()
                        .in(desk, it -> it.selectFrom(HTTP_REQUEST).fetch().formatCSV());
        assertThat(rows).contains("r-1").doesNotContain("r-2", "canary", "T-1");
        assertThat(output.getAll()).doesNotContain("canary");
    }
}
