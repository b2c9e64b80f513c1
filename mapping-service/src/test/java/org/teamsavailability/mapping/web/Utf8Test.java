package org.teamsavailability.mapping.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

    @ParameterizedTest
    @CsvSource({
        "'', -1",
        "61c3bc, -1",
        "f09f91a9, -1",
        "ff61, 0",
        "61ff, 1",
        "61c3, 1",
        "61c080, 1",
        "61eda080, 1",
        "6161f4908080, 2",
    })
    void findsTheFirstByteThatIsNone(String hex, int index) {
        assertThat(Utf8.firstMalformed(HexFormat.of().parseHex(hex))).isEqualTo(index);
    }

    @Test
    void findsItBehindManyOthers() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("ü".repeat(10_000).getBytes(UTF_8));
        bytes.write(0xFF);

        assertThat(Utf8.firstMalformed(bytes.toByteArray())).isEqualTo(20_000);
    }

    @ParameterizedTest
    @CsvSource({"0a61, 0, 1", "0a61, 1, 2", "0d0a61, 2, 2", "0d61, 1, 2", "0a0a61, 2, 3"})
    void countsLines(String hex, int index, int line) {
        assertThat(Utf8.lineOf(HexFormat.of().parseHex(hex), index)).isEqualTo(line);
    }
}
