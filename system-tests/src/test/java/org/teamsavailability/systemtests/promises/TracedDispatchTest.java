package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.Topics;

/** The standard variables of OpenTelemetry are all it takes to see a request's way. */
@OnTheWholeStack
class TracedDispatchTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final WholeStack stack;

    TracedDispatchTest(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void sendsTheSpansOfARequestFromItsRecordToItsAnswer() {
        var desk = stack.desk().setUp(1);
        stack.awaitAnswer(desk, Answers.presence(PresenceVerdict.WORKING), "tech-1");

        var request = desk.request(List.of("tech-1"));
        ask(request);

        await().atMost(WholeStack.PATIENCE)
                .untilAsserted(() -> {
                    for (var span :
                            List.of(
                                    "dispatch-requested process",
                                    "teams.presence",
                                    "microsoft presence",
                                    "candidate-availability send")) {
                        assertThat(stack.traces().hold(TraceSink.id(TRACE), span))
                                .as(span)
                                .isTrue();
                    }
                });
        assertThat(traceparentOfTheAnswerTo(request)).startsWith("00-" + TRACE);
    }

    @Test
    void sendsTheSpansOfTheApiAndOfTheTables() {
        var desk = stack.desk().setUp(1);
        desk.api().get("technicians/tech-1");

        await().atMost(WholeStack.PATIENCE)
                .untilAsserted(() -> {
                    assertThat(
                                    stack.traces()
                                            .hold(
                                                    "mapping-service",
                                                    "/public-api/technicians/{technicianId}"))
                            .isTrue();
                    assertThat(stack.traces().hold("mapping-service", "microsoft members"))
                            .isTrue();
                    assertThat(stack.traces().hold("mapping-service", "tables send")).isTrue();
                });
    }

    @Test
    void tellsACollectorNothingOfWhoOrWhat() {
        var desk = stack.desk().setUp(2);
        ask(desk.request(List.of("tech-1", "tech-2")));
        desk.api().get("technicians/tech-1");
        desk.api().send("GET", "technicians/Zq7Nobody", null);
        await().atMost(WholeStack.PATIENCE).until(() -> stack.traces().hold("/{technicianId}"));

        for (var word :
                List.of(
                        desk.id(),
                        desk.tenant().toString(),
                        desk.person(1).toString(),
                        desk.address(1),
                        desk.administrator(),
                        "tech-1",
                        "Zq7Nobody",
                        "Available",
                        "eyJ0eXAi",
                        "/actuator")) {
            assertThat(stack.traces().hold(word)).as(word).isFalse();
        }
    }

    private void ask(DispatchRequested request) {
        stack.publish(
                Topics.DISPATCH_REQUESTED,
                request.getServiceDeskId(),
                request,
                Map.of("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));
        await().atMost(WholeStack.PATIENCE)
                .until(() -> !traceparentOfTheAnswerTo(request).isEmpty());
    }

    private String traceparentOfTheAnswerTo(DispatchRequested request) {
        try (var answers = stack.log(Topics.CANDIDATE_AVAILABILITY)) {
            return answers.upToNow().stream()
                    .filter(record ->
                            stack.decoded(
                                            Topics.CANDIDATE_AVAILABILITY,
                                            CandidateAvailability.class,
                                            record.value())
                                    .getRequestId()
                                    .equals(request.getRequestId()))
                    .map(record ->
                            new String(record.headers().lastHeader("traceparent").value(), UTF_8))
                    .findFirst()
                    .orElse("");
        }
    }
}
