package org.teamsavailability.graph.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.graph.GraphFixture.CLOCK;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.failure;
import static org.teamsavailability.graph.GraphFixture.result;
import static org.teamsavailability.graph.GraphFixture.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphFailure.Malformed;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.ScriptedMicrosoft;
import org.teamsavailability.graph.ScriptedMicrosoft.Reply;

@Tag("slow")
class PresenceReadsTest {

    private static final UUID ANNA = UUID.fromString("aaaaaaaa-0000-4000-8000-00000000000a");
    private static final UUID BEN = UUID.fromString("bbbbbbbb-0000-4000-8000-00000000000b");

    private final ScriptedMicrosoft microsoft = new ScriptedMicrosoft();
    private final MicrosoftGraph graph =
            MicrosoftGraph.connect(settings(microsoft.registration()), CLOCK);

    @AfterEach
    void close() {
        graph.close();
        microsoft.close();
    }

    private void answer(String json) {
        microsoft.graph(Reply.json(200, json));
    }

    private Map<UUID, PresenceSignal> read(UUID... accounts) {
        return result(graph.port().presences(CONTOSO, List.of(accounts)));
    }

    @Test
    void readsTheSignalOfEachAccountWhateverTheOrderAndTheCaseOfTheIds() {
        answer(
                """
                {"@odata.context":"x","value":[
                 {"id":"%s","availability":"Busy","activity":"InAMeeting","sequenceNumber":"A1","statusMessage":{"message":{"content":"hush"}},
                  "outOfOfficeSettings":{"message":"gone fishing","isOutOfOffice":true}},
                 {"id":"%s","activity":"offline","availability":"offline","outOfOfficeSettings":null}]}
                """
                        .formatted(BEN.toString().toUpperCase(Locale.ROOT), ANNA));
        assertThat(read(ANNA, BEN))
                .isEqualTo(
                        Map.of(
                                ANNA,
                                new PresenceSignal("offline", "offline", false),
                                BEN,
                                new PresenceSignal("Busy", "InAMeeting", true)));
    }

    @Test
    void postsEachIdOnceUnderAFreshClientRequestId() {
        var all = IntStream.range(0, 650).mapToObj(i -> new UUID(4711, i)).toList();
        result(graph.port().presences(CONTOSO, all));
        result(graph.port().presences(CONTOSO, List.of(ANNA)));
        var calls = microsoft.reads();
        assertThat(calls.getFirst().method()).isEqualTo("POST");
        assertThat(calls.getFirst().uri())
                .hasPath("/graph/v1.0/communications/getPresencesByUserId");
        assertThat(all)
                .allSatisfy(id -> assertThat(calls.getFirst().body()).containsOnlyOnce("" + id));
        assertThat(calls)
                .extracting(call -> call.header("Client-request-id"))
                .doesNotHaveDuplicates();
        assertThat(calls)
                .extracting(call -> call.header("Authorization"))
                .containsOnly("Bearer token-1");
    }

    @Test
    void leavesOutWhoGraphLeavesOutAndWhoWasNotAskedFor() {
        answer(
                """
                {"value":[{"id":"%s","availability":"Away"},{"id":"no-guid","availability":"Away"},{"availability":"Away"}]}
                """
                        .formatted(BEN));
        assertThat(read(ANNA)).isEmpty();
    }

    @Test
    void keepsAnAccountWithoutStateAsOneThatSaysNothing() {
        answer("{\"value\":[{\"id\":\"%s\",\"availability\":null}]}".formatted(ANNA));
        assertThat(read(ANNA)).isEqualTo(Map.of(ANNA, PresenceSignal.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"availability\":7",
                "\"availability\":[\"Away\"]",
                "\"activity\":{\"id\":\"x\"}",
                "\"outOfOfficeSettings\":\"yes\"",
                "\"outOfOfficeSettings\":[{\"isOutOfOffice\":true}]",
                "\"outOfOfficeSettings\":{\"isOutOfOffice\":\"true\"}",
                "\"outOfOfficeSettings\":{\"isOutOfOffice\":{},\"message\":7}"
            })
    void knowsNothingOfAnAccountWithAFieldOfAWrongTypeAndReadsTheOthers(String field) {
        answer(
                """
                {"value":[{%1$s,"id":"%2$s","availability":"Away"},{"id":"%3$s","availability":"Busy"}]}
                """
                        .formatted(field, ANNA, BEN));
        var presences = read(ANNA, BEN);
        assertThat(presences)
                .containsEntry(ANNA, PresenceSignal.NONE)
                .containsEntry(BEN, new PresenceSignal("Busy", null, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"text\"",
                "[[],{}]",
                "{\"id\":7,\"availability\":\"Away\"}",
                "{\"id\":{\"id\":\"x\"}}",
                "{\"id\":null,\"availability\":7}",
                "{\"outOfOfficeSettings\":\"yes\"}"
            })
    void dropsAnEntryWithoutAReadableIdAndReadsTheOthers(String entry) {
        answer("{\"value\":[%s,{\"id\":\"%s\",\"availability\":\"Busy\"}]}".formatted(entry, BEN));
        assertThat(read(ANNA, BEN)).isEqualTo(Map.of(BEN, new PresenceSignal("Busy", null, false)));
    }

    @Test
    void countsTheLaterOfTwoEntriesForOneAccount() {
        answer(
                """
                {"value":[{"id":"%1$s","availability":"Away"},{"id":"%1$s","availability":"Busy"}]}
                """
                        .formatted(ANNA));
        assertThat(read(ANNA)).isEqualTo(Map.of(ANNA, new PresenceSignal("Busy", null, false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"text\"",
                "{}",
                "{\"value\":null}",
                "{\"value\":{}}",
                "{\"value\":[],\"@odata.nextLink\":7}",
                "{\"value\":[]} trailing",
                "{\"value\":[",
                "<html>"
            })
    void isMalformedWhereTheAnswerIsNotWhatMicrosoftDocuments(String body) {
        answer(body);
        assertThat(failure(graph.port().presences(CONTOSO, List.of(ANNA))))
                .isEqualTo(new Malformed(200, null));
    }

    @Test
    void isMalformedWhereTheAnswerIsTooDeepOrTooLong() {
        answer("{\"value\":[],\"x\":" + "[".repeat(100) + "]".repeat(100) + "}");
        assertThat(failure(graph.port().presences(CONTOSO, List.of(ANNA))))
                .isEqualTo(new Malformed(200, null));
        answer("{\"value\":[],\"x\":[" + "1,".repeat(150_000) + "1]}");
        assertThat(failure(graph.port().presences(CONTOSO, List.of(ANNA))))
                .isEqualTo(new Malformed(200, null));
    }

    @Test
    void refusesToAskForNobodyOrForMoreThanGraphTakes() {
        var many = IntStream.range(0, 651).mapToObj(i -> new UUID(4711, i)).toList();
        assertThatThrownBy(() -> graph.port().presences(CONTOSO, many))
                .hasMessage("651 accounts in one presence call: ask for 1 to 650.");
        assertThatThrownBy(() -> graph.port().presences(CONTOSO, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
