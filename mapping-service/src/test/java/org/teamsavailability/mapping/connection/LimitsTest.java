package org.teamsavailability.mapping.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No route takes more than the service takes, however it is sent. */
class LimitsTest extends RunningService {

    /** JSON and CSV may both begin with it, so that nobody stops before the end. */
    private static final byte[] TOO_MUCH = " ".repeat(4 * 1024 * 1024).getBytes(UTF_8);

    @Test
    void holdForBodiesOfASaidLength() {
        assertThat(contract().operations())
                .hasSizeGreaterThan(15)
                .allSatisfy(operation ->
                        isTooLarge(
                                send(operation, "Content-Length: " + TOO_MUCH.length, TOO_MUCH)));
    }

    @Test
    void holdForBodiesInChunks() {
        var chunks = RawHttp.chunked(TOO_MUCH);
        var taking =
                contract().operations().stream().filter(it -> !it.mediaType().isEmpty()).toList();

        assertThat(taking)
                .hasSizeGreaterThan(5)
                .allSatisfy(operation ->
                        isTooLarge(send(operation, "Transfer-Encoding: chunked", chunks)));
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, 65536",
        "multipart/form-data; boundary=x, 65536",
        "application/json, 1048576",
        "application/problem+json; charset=utf-8, 1048576",
        "Text/CSV, 3145728"
    })
    void holdForEachMediaType(String type, int most) {
        assertThat(connect(type, most).status()).isNotEqualTo(413);
        isTooLarge(connect(type, most + 1));
    }

    /** Tomcat reads forms by itself, before anybody is known. */
    @Test
    void holdForAFormInChunks() {
        var form = RawHttp.chunked(("state=" + "x".repeat(65_536)).getBytes(UTF_8));

        var page =
                new RawHttp(port())
                        .send(
                                "POST",
                                "/teams-availability/connect",
                                List.of(
                                        "Content-Type: application/x-www-form-urlencoded",
                                        "Transfer-Encoding: chunked"),
                                form);

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body()).contains("The body is too large");
    }

    private Answer connect(String type, int length) {
        return new RawHttp(port())
                .send(
                        "POST",
                        "/teams-availability/connect",
                        List.of("Content-Type: " + type),
                        new byte[length]);
    }

    private Answer send(Contract.Operation operation, String length, byte[] body) {
        var headers = new ArrayList<>(List.of("Authorization: Bearer " + key(), length));
        var type = operation.mediaType();
        headers.add("Content-Type: " + (type.isEmpty() ? "text/plain" : type));
        var path =
                operation
                        .path()
                        .replaceAll("\\{[a-zA-Z]*[iI]d}", "00000000-0000-0000-0000-000000000000");
        return new RawHttp(port()).send(operation.method(), path, headers, body);
    }

    private static void isTooLarge(Answer answer) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("type").asString())
                .isEqualTo("urn:teams-availability:too-large");
    }
}
