package org.teamsavailability.mapping.server;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.SlowClient;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;

/** Sockets that hold back what they owe, and too many of them. */
@Tag("slow")
class ServerLimitsTest {

    private static final String PROXY = "127.0.0.2";
    private static final int CONNECTIONS = 8;
    private static final int WRONG_KEYS = 3;

    @AutoClose
    private static final TestApi API =
            new TestApi(
                    Map.of(
                            "teams-availability.limits.headers-within",
                            "1s",
                            "teams-availability.limits.body-within",
                            "1s",
                            "teams-availability.limits.connections-per-address",
                            "" + CONNECTIONS,
                            "teams-availability.limits.wrong-keys-per-minute",
                            "" + WRONG_KEYS,
                            "TRUSTED_PROXIES",
                            PROXY));

    private final List<SlowClient> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(SlowClient::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "GET /public-api/openapi.json HTTP/1.1\r\nX-Slow: "})
    void closeAConnectionWithoutItsHeaders(String started) {
        var client = client().send(started);

        client.dripUntilClosed(started.isBlank() ? started : "x");

        assertThat(client.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 100000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n1;"})
    void answerABodyThatDripsWith408(String body) {
        var client =
                client().send(put(API.desk("dripping", Scope.WRITE).key()) + body)
                        .dripUntilClosed(" ");

        isProblem(client, 408, "request-timeout");
    }

    @Test
    void answerABodyThatNeverComesWith408() {
        var client =
                client().send(
                                put(API.desk("silent", Scope.WRITE).key())
                                        + "Content-Length: 9\r\n\r\n")
                        .dripUntilClosed("");

        isProblem(client, 408, "request-timeout");
    }

    /** It is refused at once, and the rest of its body is not waited for either. */
    @Test
    void closeAConnectionWhoseRefusedBodyDrips() {
        var client =
                client().send(put("ta_sk_no") + "Content-Length: 100000\r\n\r\n")
                        .dripUntilClosed(" ");

        isProblem(client, 401, "unauthorized");
    }

    @Test
    void keepAConnectionOpenAfterAResponse() {
        var request = "GET /public-api/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
        var client = client().send(request);
        await().until(() -> !client.isClosed() && client.received().contains("200"));

        client.send(request);

        await().until(() ->
                !client.isClosed() && client.received().split("HTTP/1.1 200").length == 3);
    }

    /** A client may send its next request before the server has read the refused body. */
    @Test
    void answerTheRequestBehindARefusedBody() {
        var refused = put("ta_sk_no") + "Content-Length: 5\r\n\r\n12345";
        var next = "GET /public-api/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";

        var client = client().send(refused + next);

        await().until(() -> client.isClosed() || client.received().contains("HTTP/1.1 200"));
        assertThat(client.received()).contains("HTTP/1.1 401", "HTTP/1.1 200");
    }

    @Test
    void letANewConnectionInWhereOthersWait() {
        var desk = API.desk("patient", Scope.READ);
        var waiting =
                Stream.generate(() ->
                                client().send("POST /teams-availability/connect HTTP/1.1\r\n"))
                        .limit(3L * CONNECTIONS)
                        .toList();

        var answer = desk.get("/public-api/technicians");

        assertThat(answer.status()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(waiting).filteredOn(it -> !it.isClosed()).hasSizeLessThan(CONNECTIONS));
    }

    @Test
    void refuseAClientBehindAProxyWhereItHasTooManyRequests() {
        var desk = API.desk("proxied", Scope.WRITE);
        var slow = put(desk.key()) + "X-Forwarded-For: 192.0.2.1\r\nContent-Length: 9\r\n\r\n";

        await().until(() -> {
            for (int i = 0; i <= CONNECTIONS; i++) {
                proxy().send(slow);
            }
            return clients.stream().anyMatch(ServerLimitsTest::isRefused);
        });

        var refused =
                clients.stream().filter(ServerLimitsTest::isRefused).findFirst().orElseThrow();
        isProblem(refused, 429, "too-many-requests");
        assertThat(refused.received()).contains("Retry-After: 1\r\n");
    }

    @Test
    void refuseAnAddressThatSendsWrongKeys() {
        var right = API.desk("right", Scope.READ).key();
        assertThat(status(right, "203.0.113.1")).isEqualTo("200");

        assertThat(
                        Stream.generate(() -> status("ta_sk_no", "203.0.113.1"))
                                .limit(WRONG_KEYS + 2L)
                                .collect(joining(" ")))
                .isEqualTo("401 401 401 429 429");

        assertThat(status(right, "203.0.113.1")).isEqualTo("200");
        assertThat(status(API.desk("new", Scope.READ).key(), "203.0.113.1")).isEqualTo("429");
        assertThat(status("ta_sk_no", "203.0.113.2")).isEqualTo("401");
    }

    private static boolean isRefused(SlowClient client) {
        var _ = client.isClosed();
        return client.received().startsWith("HTTP/1.1 429");
    }

    private String status(String key, String address) {
        var client =
                proxy().send(
                                """
                                GET /public-api/technicians HTTP/1.1\r
                                Host: localhost\r
                                Connection: close\r
                                Authorization: Bearer %s\r
                                X-Forwarded-For: 198.51.100.9\r
                                X-Forwarded-For: %s\r
                                \r
                                """
                                        .formatted(key, address));
        await().until(client::isClosed);
        var answer = client.received();
        if (answer.startsWith("HTTP/1.1 429")) {
            assertThat(answer)
                    .containsPattern("Retry-After: [1-9][0-9]?\r\n")
                    .contains("urn:teams-availability:too-many-wrong-keys");
        }
        return answer.split(" ", 3)[1];
    }

    private static void isProblem(SlowClient client, int status, String type) {
        assertThat(client.received())
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "urn:teams-availability:" + type);
    }

    private static String put(String key) {
        return "PUT /public-api/technicians HTTP/1.1\r\n"
                + "Host: localhost\r\n"
                + "Content-Type: application/json\r\n"
                + "Authorization: Bearer "
                + key
                + "\r\n";
    }

    private SlowClient client() {
        return kept(new SlowClient(API.port()));
    }

    private SlowClient proxy() {
        return kept(new SlowClient(API.port(), PROXY));
    }

    private SlowClient kept(SlowClient client) {
        clients.add(client);
        return client;
    }
}
