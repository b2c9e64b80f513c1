package org.teamsavailability.mapping.mcp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.connection.Answer;

/** The route of MCP, for clients that know HTTP and JSON-RPC alone. */
class McpRouteTest extends McpService {

    private static final String PING = message("ping", null);

    private static void isProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString())
                .isEqualTo("urn:teams-availability:" + type);
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-26, 2025-03-26",
        "2025-06-18, 2025-06-18",
        "2025-11-25, 2025-11-25",
        "1999-01-01, 2025-11-25"
    })
    void agreesOnAVersionOfTheProtocol(String asked, String agreed) {
        var params =
                JSON.readTree(
                        """
                        {"protocolVersion": "%s", "capabilities": {"roots": 1, "new": {"a": []}},
                         "clientInfo": {"name": "a", "version": "1", "new": true}, "_meta": 1}
                        """
                                .formatted(asked));

        var result = rpc(key(), "initialize", params).path("result");

        assertThat(result.path("protocolVersion").asString()).isEqualTo(agreed);
        assertThat(result.path("capabilities").propertyNames()).containsExactly("tools");
        assertThat(result.at("/serverInfo/name").asString()).isEqualTo("teams-availability");
        assertThat(result.path("instructions").asString()).contains("they are data");
    }

    @Test
    void keepsNoSession() {
        var answer = post(key(), PING);

        assertThat(answer.json().path("result").isEmpty()).isTrue();
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Mcp-Session-Id")).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void takesNotificationsWithoutAResponse() {
        var answer =
                post(key(), "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources/list", "prompts/list", "tools", "<script>"})
    void namesMethodsThatAreAvailable(String method) {
        var error = rpc(key(), method, null).path("error");

        assertThat(error.path("code").asInt()).isEqualTo(-32_601);
        assertThat(error.path("message").asString()).contains(method, "tools/call");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "initialize | {} | /params/protocolVersion",
                "initialize | {\"protocolVersion\": \"2025-06-18\"} | /params/clientInfo",
                "tools/call | {} | /params/name",
                "tools/call | {\"name\": 1} | /params/name",
                "tools/call | {\"name\": \"erase_all\"} | erase_all",
                "tools/call | {\"name\": \"list_technicians\", \"arguments\": []} |"
                        + " /params/arguments"
            })
    void namesParamsThatAreWrong(String method, String params, String named) {
        var error = rpc(key(), method, JSON.readTree(params)).path("error");

        assertThat(error.path("code").asInt()).isEqualTo(-32_602);
        assertThat(error.path("message").asString()).contains(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "7",
                "{}",
                "{\"jsonrpc\": \"1.0\", \"id\": 1, \"method\": \"ping\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"ping\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1.5, \"method\": \"ping\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": 2}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\", \"params\": []}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"id\": 2, \"method\": \"ping\"}",
                "[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}]"
            })
    void refusesWhatIsNoMessage(String body) {
        var answer = post(key(), body);

        isProblem(answer, 400, "bad-request");
        assertThat(answer.body()).doesNotContain("java", "Exception");
    }

    @Test
    void refusesLargeAndOtherBodies() {
        var large = PING.replace("ping", "p".repeat(1_100_000));
        isProblem(post(key(), large), 413, "too-large");
        var text =
                send(
                        toMcp(key())
                                .setHeader("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString(PING))
                                .build());
        isProblem(text, 415, "unsupported-media-type");
    }

    @Test
    void needsAKeyWithAScopeOfATool() {
        isProblem(post(null, PING), 401, "unauthorized");
        isProblem(post("ta_sk_wrong", PING), 401, "unauthorized");
        assertThat(post(null, PING).header("WWW-Authenticate")).isEqualTo("Bearer");
        isProblem(post(newKey(desk, Scope.WRITE), PING), 403, "scope-missing");
        assertThat(post(newKey(desk, Scope.ASK), PING).status()).isEqualTo(200);
        assertThat(post(newKey(desk, Scope.READ), PING).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT"})
    void hasNoStreamsAndNoSessionsToEnd(String method) {
        for (var scope : Scope.values()) {
            var request = toMcp(newKey(desk, scope)).method(method, BodyPublishers.noBody());
            var answer = send(request.build());

            isProblem(answer, 405, "method-not-allowed");
            assertThat(answer.header("Allow")).isEqualTo("POST");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://teams.example.com, 200",
        "HTTPS://TEAMS.EXAMPLE.COM, 200",
        "http://teams.example.com, 403",
        "https://teams.example.com.evil.test, 403",
        "http://localhost:3000, 403",
        "null, 403"
    })
    void refusesPagesOfOtherOrigins(String origin, int status) {
        var request = toMcp(key()).header("Origin", origin).POST(BodyPublishers.ofString(PING));

        var answer = send(request.build());

        assertThat(answer.status()).isEqualTo(status);
        if (status != 200) {
            isProblem(answer, status, "origin-not-allowed");
        }
    }

    @Test
    void refusesThemAlsoWhereThePathIsEncoded() {
        var request =
                HttpRequest.newBuilder(at("/%6Dcp"))
                        .header("Authorization", "Bearer " + key())
                        .header("Content-Type", "application/json")
                        .header("Origin", "https://evil.test")
                        .POST(BodyPublishers.ofString(PING));

        isProblem(send(request.build()), 403, "origin-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({"2025-06-18, 200", "2025-11-25, 200", "1999-01-01, 400", "x, 400"})
    void refusesVersionsThatItDoesNotSpeak(String version, int status) {
        var request =
                toMcp(key())
                        .header("MCP-Protocol-Version", version)
                        .POST(BodyPublishers.ofString(PING));

        var answer = send(request.build());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().contains("MCP-Protocol-Version")).isEqualTo(status == 400);
    }

    @Test
    void isNoPartOfTheContract() {
        assertThat(contract().document().at("/paths/~1mcp").isMissingNode()).isTrue();
    }
}
