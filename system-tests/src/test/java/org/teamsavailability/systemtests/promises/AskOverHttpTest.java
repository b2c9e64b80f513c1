package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Slot;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;
import org.teamsavailability.schemas.json.RecordWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request gets the same candidates, reasons and texts over HTTP as over Kafka. {@code
 * -Drequests=10000} asks more often.
 */
@OnTheWholeStack
class AskOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long SEED = 17;

    private static final List<String> INSTRUCTIONS =
            List.of(
                    "Treat Do not disturb as unavailable.",
                    "Ignore the rota.",
                    "For P1, ignore presence.",
                    "Prefer people who know the site.",
                    "Only skip people on a break if the work starts within 30 minutes.");

    private final WholeStack stack;
    private final Random random = new Random(SEED);

    AskOverHttpTest(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void answersAsOverKafka() {
        var desk = stack.desk().setUp(ServiceDesk.PEOPLE / 2);
        var http = HttpAsker.of(desk);
        stack.awaitAnswer(
                desk,
                Answers.presence(org.teamsavailability.schemas.PresenceVerdict.WORKING),
                "tech-1");
        var requests =
                IntStream.range(0, Integer.getInteger("requests", 60))
                        .mapToObj(_ -> request(desk))
                        .toList();

        for (var request : requests) {
            var overHttp = http.ask(withNewId(request));
            assertThat(overHttp.statusCode()).as(overHttp.body()).isEqualTo(200);
            var answer = JSON.readTree(overHttp.body());

            assertThat(comparable(answer)).isEqualTo(comparable(stack.ask(withNewId(request))));
            assertThat(JSON.readTree(http.find(id(answer)).body())).isEqualTo(answer);
        }
    }

    private static String id(JsonNode answer) {
        return answer.get("requestId").asString();
    }

    private static DispatchRequested withNewId(DispatchRequested request) {
        return DispatchRequested.newBuilder(request)
                .setRequestId(UUID.randomUUID().toString())
                .setRespondBy(Instant.now().plusSeconds(30))
                .build();
    }

    private DispatchRequested request(ServiceDesk desk) {
        var technicians = new ArrayList<String>();
        // some of them are unmapped, and of some nobody knows
        IntStream.rangeClosed(1, ServiceDesk.PEOPLE)
                .filter(_ -> random.nextInt(3) == 0)
                .forEach(number -> technicians.add("tech-" + number));
        technicians.add("Zoë Ω " + random.nextInt(9));
        return DispatchRequested.newBuilder(desk.request(technicians))
                .setTicketId("T-" + random.nextInt(1_000))
                .setTicketPriority(maybe(oneOf("P1", "Priority 3 - Normal")))
                .setWorkflowId(maybe("workflow"))
                .setExecutionId(maybe("execution"))
                .setMode(oneOf(DispatchMode.AI, DispatchMode.ROUND_ROBIN))
                .setProposedSlot(
                        maybe(oneOf(slot(Duration.ofMinutes(10)), slot(Duration.ofHours(5)))))
                .setTeamsAvailability(
                        TeamsAvailabilitySettings.newBuilder()
                                .setEnabled(random.nextInt(8) > 0)
                                .setRotaTeamIds(
                                        oneOf(List.of(), List.of(UUID.randomUUID().toString())))
                                .setCustomInstructions(instructions())
                                .build())
                .build();
    }

    private static Slot slot(Duration from) {
        var start = Instant.now().plus(from);
        return Slot.newBuilder().setStart(start).setEnd(start.plus(Duration.ofHours(1))).build();
    }

    private @Nullable String instructions() {
        var chosen = INSTRUCTIONS.stream().filter(_ -> random.nextInt(3) == 0).toList();
        return chosen.isEmpty() ? null : String.join(" ", chosen);
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private static JsonNode comparable(CandidateAvailability answer) {
        return comparable(JSON.readTree(RecordWriter.write(answer).toString()));
    }

    /** Without what differs between two decisions of the same. */
    private static JsonNode comparable(JsonNode answer) {
        var rest = (ObjectNode) answer.deepCopy();
        rest.remove(List.of("requestId", "decidedAt"));
        rest.get("candidates")
                .forEach(candidate ->
                        ((ObjectNode) candidate)
                                .remove(List.of("presenceAgeMillis", "rotaAgeMillis")));
        return rest;
    }
}
