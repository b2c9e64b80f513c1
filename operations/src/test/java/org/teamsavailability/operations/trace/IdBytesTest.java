package org.teamsavailability.operations.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.serde.PlainAvro;

class IdBytesTest {

    static Stream<String> ids() {
        return Stream.concat(
                IntStream.of(1, 63, 64, 200).mapToObj("x"::repeat),
                Stream.of("é".repeat(100), "b6a7c1f2-33f3-4f2c-9b4e-0f8d2b1f9d11"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void findsTheIdInARecord(String id) {
        var record = PlainAvro.of(DispatchRequested.class).write(Traces.request(id, "t"));

        assertThat(new IdBytes(id).isStringOf(record)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void findsNoOtherId(String id) {
        var longer = PlainAvro.of(DispatchRequested.class).write(Traces.request(id + "y", "t"));

        assertThat(new IdBytes(id).isTextOf(longer)).isFalse();
    }

    @Test
    void findsTheIdInJson() {
        var json = "{\"requestId\": \"r-1\"}".getBytes(UTF_8);

        assertThat(new IdBytes("r-1").isTextOf(json)).isTrue();
        assertThat(new IdBytes("r-1").isStringOf(json)).isFalse();
    }

    @Test
    void findsNothingInARecordWithoutValue() {
        assertThat(new IdBytes("r-1").isTextOf(null)).isFalse();
    }
}
