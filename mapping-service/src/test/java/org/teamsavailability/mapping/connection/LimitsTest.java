package org.teamsavailability.mapping.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
