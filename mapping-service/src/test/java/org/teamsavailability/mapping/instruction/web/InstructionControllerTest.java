package org.teamsavailability.mapping.instruction.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SharedApi
class InstructionControllerTest {

    private static final String PATH = "/public-api/instructions/check";

    private final TestApi api;
    private TestApi.Desk desk;

    InstructionControllerTest(TestApi api) {
        this.api = api;
    }

    @BeforeEach
    void aDesk() {
        desk = api.desk("desk-" + UUID.randomUUID(), Scope.ASK);
    }

    @Test
    void saysForEachPriorityWhatEachSentenceDoes() {
        var answer =
                desk.post(
                        PATH,
                        """
                        {"customInstructions": "- Treat DND as away\\n- Ignore rota for P1 tickets.",
                         "ticketPriorities": ["P1", null]}
                        """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        json(
                                """
                                {"results": [
                                  {"ticketPriority": "P1", "limitedBy": null, "instructions": [
                                    {"text": "Treat DND as away", "offset": 2, "length": 17,
                                     "outcome": "APPLIED",
                                     "effect": "Do not disturb counts as on a break, which only blocks work that starts within 90 minutes.",
                                     "explanation": "The instruction “Treat DND as away” was applied: Do not disturb counts as on a break, which only blocks work that starts within 90 minutes.",
                                     "messageKey": "instruction.applied.treat-as-on-break",
                                     "parameters": {"imminentWindow": "PT1H30M", "states": "Do not disturb"}},
                                    {"text": "Ignore rota for P1 tickets", "offset": 22, "length": 26,
                                     "outcome": "APPLIED", "effect": "The Teams rota is not used.",
                                     "explanation": "The instruction “Ignore rota for P1 tickets” was applied: The Teams rota is not used.",
                                     "messageKey": "instruction.applied.ignore-rota", "parameters": {}}]},
                                  {"ticketPriority": null, "limitedBy": null, "instructions": [
                                    {"text": "Treat DND as away", "offset": 2, "length": 17,
                                     "outcome": "APPLIED",
                                     "effect": "Do not disturb counts as on a break, which only blocks work that starts within 90 minutes.",
                                     "explanation": "The instruction “Treat DND as away” was applied: Do not disturb counts as on a break, which only blocks work that starts within 90 minutes.",
                                     "messageKey": "instruction.applied.treat-as-on-break",
                                     "parameters": {"imminentWindow": "PT1H30M", "states": "Do not disturb"}},
                                    {"text": "Ignore rota for P1 tickets", "offset": 22, "length": 26,
                                     "outcome": "NOT_APPLICABLE", "effect": null,
                                     "explanation": "The instruction “Ignore rota for P1 tickets” was not applied: it is for tickets of another priority.",
                                     "messageKey": "instruction.not-applicable", "parameters": {}}]}]}
                                """));
    }

    @Test
    void saysWhichSentenceLeavesTheWholeTextToTheDispatchAi() {
        var answer =
                desk.post(
                        PATH,
                        """
                        {"customInstructions": "Treat Busy as away. \ud83d\ude42 Only at night."}
                        """);

        var result = answer.body().at("/results/0");
        assertThat(result.path("limitedBy"))
                .isEqualTo(
                        json(
                                "{\"text\": \"\ud83d\ude42 Only at night\", \"offset\": 20,"
                                        + " \"length\": 16}"));
        assertThat(
                        result.path("instructions")
                                .valueStream()
                                .map(it -> it.path("outcome").asString()))
                .containsExactly("NOT_UNDERSTOOD", "NOT_UNDERSTOOD");
        assertThat(result.at("/instructions/0/explanation").asString())
                .contains("may limit it", "left to the dispatch AI");
        assertThat(result.at("/instructions/0/messageKey").asString())
                .isEqualTo("instruction.not-understood.limited");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /customInstructions | is missing",
                "{'customInstructions':null} | /customInstructions | is missing",
                "{'customInstructions':'a\\ud800b'} | /customInstructions | holds half of a"
                        + " surrogate pair, leave it out",
                "{'customInstructions':'','ticketPriorities':['P1','\\udc00']} |"
                        + " /ticketPriorities/1 | holds half of a surrogate pair, leave it out",
            })
    void refusesWhatIsNoText(String body, String pointer, String message) {
        assertRefused(body.replace('\'', '"'), pointer, message);
    }

    @Test
    void refusesWhatIsTooLongOrTooMuch() {
        assertRefused(
                "{\"customInstructions\": \"%s\"}".formatted("x".repeat(2_001)),
                "/customInstructions",
                "has 2,001 characters, use at most 2,000");
        assertRefused(
                "{\"customInstructions\": \"%s\"}".formatted("x;".repeat(51)),
                "/customInstructions",
                "has 51 sentences, use at most 50");
        assertRefused(
                "{\"customInstructions\": \"\", \"ticketPriorities\": %s}"
                        .formatted(Collections.nCopies(21, null)),
                "/ticketPriorities",
                "has 21 priorities, use at most 20");
        assertRefused(
                "{\"customInstructions\": \"\", \"ticketPriorities\": [null, \"%s\"]}"
                        .formatted("x".repeat(201)),
                "/ticketPriorities/1",
                "has 201 characters, use at most 200");
    }

    private void assertRefused(String body, String pointer, String message) {
        var answer = desk.post(PATH, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0"))
                .isEqualTo(
                        json(
                                "{\"pointer\": \"%s\", \"message\": \"%s\"}"
                                        .formatted(pointer, message)));
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void needsTheScopeAskOrRead(Scope scope) {
        var answer =
                api.desk(desk.id(), scope).post(PATH, "{\"customInstructions\": \"Be kind.\"}");

        assertThat(answer.status()).isEqualTo(scope == Scope.WRITE ? 403 : 200);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
