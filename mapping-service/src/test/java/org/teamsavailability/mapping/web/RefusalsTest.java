package org.teamsavailability.mapping.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;

@SharedApi
class RefusalsTest {

    private static final byte[] NOTHING = {};
    private static final String JSON = "application/json";

    private final TestApi api;
    private TestApi.Desk desk;

    RefusalsTest(TestApi api) {
        this.api = api;
    }

    @BeforeEach
    void aDesk() {
        desk = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /public-api/nothing | There is no route GET /public-api/nothing. GET"
                        + " /public-api/openapi.json lists the routes.",
                "POST | /public-api/technicians/ | There is no route POST /public-api/technicians/."
                        + " GET /public-api/openapi.json lists the routes.",
                "GET | /public-api/api-keys/xyz | The id \"xyz\" in the path is not a UUID such as"
                        + " 11111111-2222-4333-8444-555555555555, so nothing has it.",
                "GET | /public-api/technicians/t-99 | The technician \"t-99\" was not found on the"
                        + " service desk of this key.",
            })
    void sayWhatWasNotFound(String method, String path, String detail) {
        is(desk.send(method, path, NOTHING, JSON), 404, "not-found", detail);
    }

    @Test
    void sayWhichMethodsARouteTakes() {
        var answer = desk.send("PATCH", "/public-api/technicians", NOTHING, JSON);

        is(
                answer,
                405,
                "method-not-allowed",
                "PATCH is not possible at /public-api/technicians. Use GET, PUT.");
        assertThat(String.valueOf(answer.header("Allow")).split(",\\s*"))
                .containsExactlyInAnyOrder("GET", "PUT");
    }

    /** Which comes before the scope, so that nobody looks for another key in vain. */
    @Test
    void tellAKeyWithoutTheScopeThatPathOrMethodIsWrong() {
        var reader = api.desk(desk.id(), Scope.READ);

        assertThat(reader.send("POST", "/public-api/nothing", NOTHING, JSON).status())
                .isEqualTo(404);
        assertThat(reader.send("PATCH", "/public-api/technicians", NOTHING, JSON).status())
                .isEqualTo(405);
        assertThat(reader.send("PUT", "/public-api/technicians", NOTHING, JSON).status())
                .isEqualTo(403);
    }

    @Test
    void sayWhichMediaTypeABodyNeeds() {
        var text = "a".getBytes(UTF_8);
        var json = desk.send("PUT", "/public-api/technicians", text, "text/plain");
        var csv = desk.upload(text, JSON);
        var odd = desk.send("PUT", "/public-api/technicians", text, "nonsense");

        is(
                json,
                415,
                "unsupported-media-type",
                "The body has the Content-Type text/plain. Send it as application/json.");
        assertThat(json.header("Accept")).isEqualTo(JSON);
        is(
                csv,
                415,
                "unsupported-media-type",
                "The body has the Content-Type application/json. Send it as text/csv.");
        assertThat(csv.header("Accept")).isEqualTo("text/csv");
        is(
                odd,
                415,
                "unsupported-media-type",
                "The body has no Content-Type that can be read. Send it as application/json.");
    }

    @Test
    void sayThatBodiesComeAsTheyAre() {
        var answer = desk.put("/public-api/technicians", "{}", "Content-Encoding", "gzip");

        is(
                answer,
                415,
                "unsupported-media-type",
                "The body has the Content-Encoding gzip. Send it without one.");
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void sayWhatCanBeAccepted() {
        is(
                desk.get("/public-api/technicians", "Accept", "text/html"),
                406,
                "not-acceptable",
                "The request accepts text/html only. Send Accept: application/json, or no Accept.");
    }

    @ParameterizedTest
    @CsvSource({
        "limit, abc, an integer",
        "limit, 99999999999, an integer",
        "mapped, yes?, true or false",
    })
    void sayWhatAParameterMustBe(String name, String value, String kind) {
        var answer = desk.get("/public-api/technicians?" + name + "=" + value);

        is(
                answer,
                400,
                "bad-request",
                "%s is \"%s\", but must be %s.".formatted(name, value, kind));
        assertThat(answer.body().at("/errors/0/parameter").asString()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"/public-api/technicians", "/public-api/audit", "/public-api/api-keys"})
    void sayThatACursorIsDamaged(String list) {
        for (int i = 0; i < 3; i++) {
            desk.upload("technicianId,displayName\nt-%d,T\n".formatted(i));
            desk.post("/public-api/api-keys", "{\"name\":\"a\",\"scopes\":[\"read\"]}");
        }
        var cursor = desk.get(list + "?limit=1").body().get("nextCursor").asString();
        var other = api.desk("desk-" + UUID.randomUUID(), Scope.READ);

        assertThat(desk.get(list + "?limit=1&cursor=" + cursor).body().get("items")).hasSize(1);
        for (var answer :
                new TestApi.Answer[] {
                    desk.get(list + "?cursor=xyz"),
                    desk.get(list + "?cursor=" + cursor.substring(1)),
                    desk.get(list + "?cursor=" + cursor + "&cursor=" + cursor),
                    other.get(list + "?cursor=" + cursor),
                    desk.get("/public-api/technicians?cursor=" + auditCursor()),
                }) {
            is(
                    answer,
                    400,
                    "invalid-cursor",
                    "cursor is damaged, or is not a cursor of this list. Use the nextCursor of the"
                            + " page before, or leave it out for the first page.");
            assertThat(answer.body().at("/errors/0/parameter").asString()).isEqualTo("cursor");
        }
    }

    private String auditCursor() {
        return desk.get("/public-api/audit?limit=1").body().get("nextCursor").asString();
    }

    private static void is(TestApi.Answer answer, int status, String type, String detail) {
        assertThat(answer.body().path("detail").asString("")).isEqualTo(detail);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("RateLimit")).matches("\"api-key\";r=\\d+;t=1");
        assertThat(answer.body().path("type").asString())
                .isEqualTo("urn:teams-availability:" + type);
        assertThat(answer.body().path("title").asString()).isNotEmpty();
    }
}
