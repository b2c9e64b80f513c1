package org.teamsavailability.mapping.availability.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.rules.Candidate;
import org.teamsavailability.rules.DispatchMode;
import org.teamsavailability.rules.DispatchQuestion;
import org.teamsavailability.rules.RequestValidation;
import org.teamsavailability.rules.Slot;
import org.teamsavailability.rules.instruction.Instructions;
import org.teamsavailability.schemas.DispatchRequested;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong in a body is named by its place, before anything is published. */
class BodyCheckTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RIGHT =
            """
            {"requestId": "r-1", "ticketId": "T-1", "mode": "AI",
             "requestedAt": "2026-03-02T09:00:00.350Z", "respondBy": "2026-03-02T09:00:02Z",
             "proposedSlot": {"start": "2026-03-02T10:00:00Z", "end": "2026-03-02T11:00:00Z"},
             "planningWindow": {"start": "2026-03-02T10:00:00Z", "end": "2026-04-02T10:00:00Z"},
             "candidates": [{"technicianId": "anna"},
                {"technicianId": "bert", "proposedSlot": {"start": "2026-03-02T10:00:00Z"}}],
             "teamsAvailability": {"enabled": true,
                "rotaTeamIds": ["a1000000-0000-4000-8000-000000000e01"],
                "customInstructions": "Ignore presence."}}
            """;

    private static AvailabilityRequestBody body(JsonNode json) {
        return JSON.treeToValue(json, AvailabilityRequestBody.class);
    }

    /** The right body with another value at a pointer; none removes it. */
    private static ObjectNode changed(String pointer, @Nullable String value) {
        var json = (ObjectNode) JSON.readTree(RIGHT);
        int last = pointer.lastIndexOf('/');
        var parent = json.at(pointer.substring(0, last));
        var name = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(name);
            } else {
                object.set(name, JSON.readTree(value));
            }
        } else {
            parent.asArray().set(Integer.parseInt(name), JSON.readTree(String.valueOf(value)));
        }
        return json;
    }

    @Test
    void takesARightBody() {
        assertThatNoException().isThrownBy(() -> BodyCheck.check(body(JSON.readTree(RIGHT))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/requestId | \"a/b\" | is not an id",
                "/requestId | \"\" | is not an id",
                "/ticketId | | is missing",
                "/ticketId | null | is missing",
                "/ticketId | \"a\\u0000\" | is not an id",
                "/ticketId | \"a\\ud800\" | holds half of a surrogate pair",
                "/mode | | is missing",
                "/mode | \"UNKNOWN\" | must be AI or ROUND_ROBIN",
                "/requestedAt | \"yesterday\" | must be an instant",
                "/requestedAt | \"+999999-01-01T00:00:00Z\" | is not within the years",
                "/respondBy | \"2026-03-02\" | must be an instant",
                "/respondBy | \"1970-01-21T12:00:00Z\" | is not within the years",
                "/proposedSlot/start | | is missing",
                "/proposedSlot/end | \"2026-03-02T10:00:00Z\" | is not after start",
                "/planningWindow/end | \"2026-04-02T10:00:00.001Z\" | is more than 31 days",
                "/planningWindow/end | \"2026-03-01T10:00:00Z\" | is not after start",
                "/candidates | | is missing",
                "/candidates | [] | has 0 items",
                "/candidates/1 | null | is missing",
                "/candidates/1/technicianId | \"\\u00a0anna \" | names a technician a second time",
                "/candidates/1/technicianId | \" \" | ",
                "/candidates/1/technicianId | | is missing",
                "/candidates/1/technicianId | \"a/b\" | is not an id",
                "/candidates/1/proposedSlot/end | \"2026-03-02T09:00:00Z\" | is not after start",
                "/teamsAvailability | | is missing",
                "/teamsAvailability/enabled | | is missing",
                "/teamsAvailability/rotaTeamIds | | is missing",
                "/teamsAvailability/rotaTeamIds/0 | \"rota\" | is not a GUID",
                "/teamsAvailability/rotaTeamIds/0 | null | is missing"
            })
    void namesThePlaceOfWhatIsWrong(
            String pointer, @Nullable String value, @Nullable String message) {
        var wrong = body(changed(pointer, value));
        if (message == null) {
            assertThatNoException().isThrownBy(() -> BodyCheck.check(wrong));
            return;
        }
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> BodyCheck.check(wrong))
                .satisfies(it -> assertThat(it.status().value()).isEqualTo(422))
                .withMessageStartingWith(pointer + " " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "/ticketId, 201, has 201|is not an id",
        "/workflowId, 1001, 'has 1,001 characters'",
        "/teamsAvailability/customInstructions, 2001, 'has 2,001 characters'"
    })
    void boundsTexts(String pointer, int length, String message) {
        var wrong = body(changed(pointer, "\"" + "x".repeat(length) + "\""));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> BodyCheck.check(wrong))
                .satisfies(it ->
                        assertThat(Stream.of(message.split("\\|")).map(m -> pointer + " " + m))
                                .anyMatch(String.valueOf(it.getMessage())::startsWith));
    }

    @Test
    void boundsCandidatesTeamsAndSentences() {
        refuses(
                "/candidates",
                list(1_001, i -> "{\"technicianId\":\"t-" + i + "\"}"),
                "has 1,001 items");
        refuses(
                "/teamsAvailability/rotaTeamIds",
                list(21, _ -> "\"a1000000-0000-4000-8000-000000000e01\""),
                "has 21 items");
        refuses(
                "/teamsAvailability/customInstructions",
                "\"" + "No. ".repeat(51) + "\"",
                "has 51 sentences");
    }

    private static void refuses(String pointer, String value, String message) {
        var wrong = body(changed(pointer, value));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> BodyCheck.check(wrong))
                .withMessageStartingWith(pointer + " " + message);
    }

    private static String list(int size, IntFunction<String> item) {
        return Stream.iterate(0, i -> i + 1)
                .limit(size)
                .map(item::apply)
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The enricher refuses nothing that passes here, and the other way round. */
    @Test
    void agreesWithTheRulesOfTheEnricher() {
        var random = new Random(17);
        var ids = List.of("anna", "bert", " bert", "a/b", "", "\u2003", "x".repeat(200), "ü\u0001");
        var times =
                List.of(
                        "2026-03-02T10:00:00Z",
                        "2026-03-02T11:00:00Z",
                        "1999-12-31T23:59:59Z",
                        "9999-01-01T00:00:00Z",
                        "2026-04-02T10:00:00Z",
                        "2026-04-02T10:00:01Z");
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            var json = (ObjectNode) JSON.readTree(RIGHT);
            ((ObjectNode) json.at("/candidates/0")).put("technicianId", pick(random, ids));
            ((ObjectNode) json.at("/proposedSlot")).put("end", pick(random, times));
            ((ObjectNode) json.at("/planningWindow")).put("end", pick(random, times));
            var body = body(json);
            boolean isRefused = isRefused(body);
            refused += isRefused ? 1 : 0;

            assertThat(isRefused)
                    .as("%s", json)
                    .isEqualTo(RequestValidation.problemOf(question(body)) != null);
        }
        assertThat(refused).isBetween(100, 1_950);
    }

    private static boolean isRefused(AvailabilityRequestBody body) {
        try {
            BodyCheck.check(body);
            return false;
        } catch (Problem _) {
            return true;
        }
    }

    private static DispatchQuestion question(AvailabilityRequestBody body) {
        return new DispatchQuestion(
                DispatchMode.AI,
                slot(body.proposedSlot()),
                slot(body.planningWindow()),
                body.candidates().stream()
                        .<AvailabilityRequestBody.CandidateBody>map(Objects::requireNonNull)
                        .map(it -> new Candidate(it.technicianId(), slot(it.proposedSlot())))
                        .toList(),
                true,
                body.teamsAvailability().rotaTeamIds().stream()
                        .<String>map(Objects::requireNonNull)
                        .toList(),
                Instructions.read(body.teamsAvailability().customInstructions(), null));
    }

    private static @Nullable Slot slot(AvailabilityRequestBody.@Nullable SlotBody body) {
        return body == null
                ? null
                : new Slot(
                        Objects.requireNonNull(InstantText.of(body.start())),
                        InstantText.of(body.end()));
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    void becomesTheRecordOfTheBody() {
        var now = Instant.parse("2026-03-02T09:00:05.123456Z");

        var asked = RequestRecords.of(body(JSON.readTree(RIGHT)), "northwind", "r-2", now);

        DispatchRequested record = asked.record();
        assertThat(record.getServiceDeskId()).isEqualTo("northwind");
        assertThat(record.getRequestId()).isEqualTo("r-2");
        assertThat(record.getRequestedAt()).isEqualTo("2026-03-02T09:00:00.350Z");
        assertThat(record.getCandidates()).hasSize(2);
        assertThat(asked.toString()).doesNotContain("anna");
    }

    @Test
    void hashesARepeatAlikeAndAnotherBodyOtherwise() {
        var undated = body(changed("/requestedAt", null));
        var first = RequestRecords.of(undated, "northwind", "r-1", Instant.EPOCH);
        var repeat =
                RequestRecords.of(
                        undated, "northwind", "r-1", Instant.parse("2026-03-02T09:00:00Z"));
        var other =
                RequestRecords.of(
                        body(changed("/ticketId", "\"T-2\"")), "northwind", "r-1", Instant.EPOCH);

        assertThat(repeat.hash()).isEqualTo(first.hash()).isNotEqualTo(other.hash());
        assertThat(repeat.record().getRequestedAt()).isEqualTo("2026-03-02T09:00:00Z");
    }
}
