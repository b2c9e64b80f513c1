package org.teamsavailability.mapping.mcp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.mapping.access.Scope;
import tools.jackson.databind.JsonNode;

/** What the tools of the MCP server do. */
class McpToolsTest extends McpService {

    private static final String ASKED = "{\"ticketId\": \"T-1\", \"candidates\": [\"anna\"]}";

    private List<String> listed(Scope... scopes) {
        return names(rpc(newKey(desk, scopes), "tools/list", null).at("/result/tools"));
    }

    private static List<String> names(JsonNode tools) {
        return StreamSupport.stream(tools.spliterator(), false)
                .map(it -> it.path("name").asString())
                .toList();
    }

    @Test
    void areListedForTheScopesOfTheKey() {
        assertThat(listed(Scope.ASK)).containsExactly("check_availability");
        assertThat(listed(Scope.READ))
                .containsExactlyInAnyOrder("explain_decision", "list_technicians");
        assertThat(listed(Scope.READ, Scope.ASK)).hasSize(3);
    }

    @Test
    void areMarkedAsReadingOnly() {
        var tools = rpc(key(), "tools/list", null).at("/result/tools");

        assertThat(tools)
                .hasSize(3)
                .allSatisfy(tool -> {
                    assertThat(tool.at("/annotations/readOnlyHint").asBoolean()).isTrue();
                    assertThat(tool.at("/annotations/destructiveHint").asBoolean(true)).isFalse();
                    assertThat(tool.at("/annotations/openWorldHint").asBoolean(true)).isFalse();
                    assertThat(tool.path("outputSchema").has("properties")).isTrue();
                });
    }

    @Test
    void sayWhichScopeAKeyLacks() {
        var result = call(newKey(desk, Scope.READ), "check_availability", JSON.readTree(ASKED));

        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.at("/content/0/text").asString())
                .isEqualTo(
                        "The tool check_availability needs the scope ask, which this API key lacks."
                                + " Use a key with that scope.");
    }

    @Test
    void checkAvailabilityAsksOnceForARequest() {
        var first = result(key(), "check_availability", ASKED);
        var id = first.path("requestId").asString();
        var again = ASKED.replace("{", "{\"requestId\": \"" + id + "\", ");

        assertThat(first.path("state").asString()).isEqualTo("ANSWERED");
        assertThat(first.has("serviceDeskId")).isFalse();
        assertThat(result(key(), "check_availability", again)).isEqualTo(first);
        assertThat(streams.published(id)).isEqualTo(1);
        assertThat(refused("check_availability", again.replace("anna", "bert")))
                .contains("came with another body");
    }

    @Test
    void checkAvailabilitySaysThatTheAnswerIsOpen() {
        streams.stopEnricher();
        try {
            var open = result(key(), "check_availability", ASKED);

            assertThat(open.path("state").asString()).isEqualTo("OPEN");
            assertThat(open.propertyNames())
                    .containsExactlyInAnyOrder("requestId", "ticketId", "state");
        } finally {
            streams.startEnricher();
        }
    }

    @Test
    void sayWhatIsUnavailable() {
        streams.becomeUnavailable(true);
        try {
            assertThat(refused("check_availability", ASKED)).contains("Kafka", "in 5 s");
            assertThat(refused("explain_decision", "{\"ticketId\": \"T-1\"}")).contains("Kafka");
        } finally {
            streams.becomeUnavailable(false);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /candidates has 0 items. Name 1 to 200 technician ids.",
                "{\"candidates\": [\"a\"]} | /ticketId is missing.",
                "{\"ticketId\": \"T\", \"candidates\": [\"a\", \"a\"]} | /candidates/1 names",
                "{\"ticketId\": \"T\", \"candidates\": [\"a\", null]} | /candidates/1 is missing",
                "{\"ticketId\": \"T/1\", \"candidates\": [\"a\"]} | /ticketId is not an id",
                "{\"ticketId\": \"T\", \"candidates\": \"a\"} | /candidates must be an array",
                "{\"ticketId\": \"T\", \"candidates\": [\"a\"], \"mode\": \"X\"} | /mode must be"
                        + " AI",
                "{\"ticketId\": \"T\", \"candidates\": [\"a\"], \"slot\": {\"start\": \"soon\"}} |"
                        + " /slot/start must be an instant",
                "{\"ticketId\": \"T\", \"candidates\": [\"a\"], \"rotaTeamIds\": [\"x\"]} |"
                        + " /rotaTeamIds/0 is not a GUID",
                "{\"ticketId\": \"T\", \"candidates\": [\"a\"], \"serviceDeskId\": \"d\"} |"
                        + " /serviceDeskId is not a field"
            })
    void nameTheArgumentThatIsWrong(String arguments, String text) {
        assertThat(refused("check_availability", arguments)).contains(text);
    }

    @Test
    void listTechniciansPageByPage() {
        IntStream.range(0, 5).forEach(i -> upload(key(), "t-" + i, "Name " + i));
        var pages = new ArrayList<String>();
        var cursor = "";

        do {
            var page =
                    result(
                            key(),
                            "list_technicians",
                            "{\"limit\": 2, \"cursor\": \"" + cursor + "\"}");
            page.path("technicians").forEach(it -> pages.add(it.path("technicianId").asString()));
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());

        assertThat(pages).containsExactly("t-0", "t-1", "t-2", "t-3", "t-4");
    }

    @Test
    void listTechniciansSaysWhoIsMapped() {
        mapped("anna", tenant, "MANUAL");
        upload(key(), "bert", "Bert");

        assertThat(result(key(), "list_technicians", "{}").path("technicians").toString())
                .isEqualTo(
                        "[{\"technicianId\":\"anna\",\"displayName\":\"anna\",\"active\":true,"
                                + "\"mapped\":true,\"ignored\":false},{\"technicianId\":\"bert\","
                                + "\"displayName\":\"Bert\",\"active\":true,\"mapped\":false,"
                                + "\"ignored\":false}]");
        assertThat(result(key(), "list_technicians", "{\"mapped\": false}").path("technicians"))
                .hasSize(1);
        assertThat(result(key(), "list_technicians", "{\"beginning\": \"AN\"}").path("technicians"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list_technicians | {\"limit\": 201} | /limit is 201, use 1 to 200",
                "list_technicians | {\"limit\": 1.5} | /limit must be an integer",
                "list_technicians | {\"cursor\": \"x\"} | /cursor is damaged",
                "list_technicians | {\"mapped\": \"yes\"} | /mapped must be true or false",
                "explain_decision | {} | either ticketId or requestId",
                "explain_decision | {\"ticketId\": \"a\", \"requestId\": \"b\"} | either ticketId",
                "explain_decision | {\"ticketId\": \"a/b\"} | /ticketId is not an id",
                "explain_decision | {\"ticketId\": \"a\", \"cursor\": \"x\"} | /cursor is damaged"
            })
    void nameTheArgumentOfAListThatIsWrong(String tool, String arguments, String text) {
        assertThat(refused(tool, arguments)).contains(text);
    }

    @Test
    void explainTheDecisionOfATicketNewestFirst() {
        var first = result(key(), "check_availability", ASKED);
        var second = result(key(), "check_availability", ASKED);

        var newest = result(key(), "explain_decision", "{\"ticketId\": \"T-1\"}");
        var before =
                result(
                        key(),
                        "explain_decision",
                        "{\"ticketId\": \"T-1\", \"cursor\": \"%s\"}"
                                .formatted(newest.path("nextCursor").asString()));
        var ofRequest =
                result(
                        key(),
                        "explain_decision",
                        "{\"requestId\": \"%s\"}".formatted(first.path("requestId").asString()));

        assertThat(newest.at("/decision/requestId")).isEqualTo(second.path("requestId"));
        assertThat(before.at("/decision/requestId")).isEqualTo(first.path("requestId"));
        assertThat(ofRequest.at("/decision/summary")).isEqualTo(first.path("summary"));
        assertThat(ofRequest.path("decision").has("requestedAt")).isTrue();
    }

    @Test
    void showNothingOfAnotherDesk() {
        var otherKey = newDesk(desk + "-other");
        upload(otherKey, "theirs", "Theirs");
        var theirs = result(otherKey, "check_availability", ASKED).path("requestId").asString();

        assertThat(result(key(), "list_technicians", "{}").path("technicians")).isEmpty();
        for (var id : List.of("\"ticketId\": \"T-1\"", "\"requestId\": \"" + theirs + "\"")) {
            var found = result(key(), "explain_decision", "{" + id + "}");
            assertThat(found.path("decision").isNull()).isTrue();
        }
        assertThat(result(otherKey, "explain_decision", "{\"ticketId\": \"T-1\"}").path("decision"))
                .isNotEmpty();
    }
}
