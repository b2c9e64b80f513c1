package org.teamsavailability.mapping.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Odd paths lead to whom they name, or are refused as everything is. */
class DoorsTest extends RunningService {

    private static final byte[] NOTHING = {};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;b",
                ";",
                "100%",
                "%2F",
                "a\\b",
                "\\",
                "a b",
                "ü 日本 👩🔧",
                "a.b",
                ".",
                "..",
                "a?b#c",
                "a+b",
                "a&b=c",
                "\"q\"",
                "{x}",
                "*",
                "a:b@c",
                "..;",
                "%"
            })
    void lettingEveryIdOfATechnicianIn(String id) {
        var row = Map.of("technicianId", id, "displayName", "Ann");
        api(
                "PUT",
                "/technicians",
                JsonMapper.shared().writeValueAsString(Map.of("technicians", List.of(row))));
        var path = "/public-api/technicians/" + encoded(id);

        var found = raw("GET", path);
        var unmapped = raw("PUT", path + "/teams-mapping", "{}".getBytes(UTF_8));
        var erased = raw("DELETE", path);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().path("technicianId").asString()).isEqualTo(id);
        assertThat(unmapped.status()).isEqualTo(200);
        assertThat(unmapped.json().path("technicianId").asString()).isEqualTo(id);
        assertThat(erased.status()).isEqualTo(204);
        assertThat(raw("GET", path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public-api/technicians/a;b",
                "/public-api;x=1/technicians",
                "/public-api//technicians",
                "/public-api/technicians/a%00b",
                "/public-api/technicians/a%0Ab",
                "/public-api/technicians/a%2Fb",
                "/public-api/technicians/a\\b",
                "/public-api/technicians/a%zz",
                "/public-api/technicians/a%ff%fe",
                "/public-api/technicians/ü",
                "/public-api/technicians/a b",
                "/public-api/technicians/<a>",
                "/public-api/technicians?q=%zz",
                "/teams-availability//consent",
                "//",
                "public-api/technicians"
            })
    void refusingWhatCannotBeReadWithAProblem(String target) {
        isProblem(raw("GET", target), 400);
    }

    @Test
    void refusingWhatIsNoHttpWithAProblem() {
        var http = new RawHttp(port());
        var headers = List.of("Authorization: Bearer " + key());

        isProblem(http.send("FOO", "/public-api/technicians", headers, NOTHING), 405);
        isProblem(http.send("TRACE", "/public-api/technicians", headers, NOTHING), 405);
        isProblem(http.send("G\u0001T", "/public-api/technicians", headers, NOTHING), 400);
        isProblem(
                http.send(
                        "GET",
                        "/public-api/technicians",
                        List.of("X-Much: " + "x".repeat(20_000)),
                        NOTHING),
                400);
        isProblem(
                http.send(
                        "GET",
                        "/public-api/technicians",
                        List.of("Transfer-Encoding: odd"),
                        NOTHING),
                501);
    }

    @Test
    void givingNothingAwayOutsideOfTheApi() {
        isProblem(raw("GET", "/error"), 404);
        isProblem(raw("GET", "/"), 404);
        isProblem(raw("POST", "/actuator/health"), 404);
        isProblem(raw("GET", "/public-api/%2E%2E/actuator"), 404);
        isProblem(raw("GET", "/public-api/nothing"), 404);
    }

    @Test
    void showingBrowsersAPageWhereNothingIs() {
        var accept = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        var page = new RawHttp(port()).send("GET", "/nothing", List.of(accept), NOTHING);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.header("X-Request-Id")).isNotEmpty();
        assertThat(page.body()).contains("<h1>Page not found</h1>");
    }

    /** Each character, dots too, so that nobody takes it for a path of another kind. */
    private static String encoded(String id) {
        return URLEncoder.encode(id, UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E")
                .replace("*", "%2A");
    }

    private Answer raw(String method, String target) {
        return raw(method, target, NOTHING);
    }

    private Answer raw(String method, String target, byte[] body) {
        return new RawHttp(port())
                .send(
                        method,
                        target,
                        List.of("Authorization: Bearer " + key(), "Content-Type: application/json"),
                        body);
    }

    private static void isProblem(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).startsWith("urn:teams-availability:");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString()).isNotEmpty();
        assertThat(answer.json().has("properties")).isFalse();
    }
}
