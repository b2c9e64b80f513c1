package org.teamsavailability.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of each record, in plain Avro binary: what other programs read and write. */
class GoldenBytesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final int BYTES_A_LINE = 40;

    @BeforeAll
    static void trustOurRecords() {
        TrustedRecords.allow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void writesAndReadsTheGoldenBytes(String name, SpecificRecord sample) throws IOException {
        var golden = Files.readString(GOLDEN.resolve(name + ".hex"));
        var written = bytes(sample);

        assertThat(lines(written)).as("the bytes of %s", name).isEqualTo(golden);
        assertThat(record(sample, HexFormat.of().parseHex(golden.replace("\n", ""))))
                .usingRecursiveComparison() // equals() fails on optional times within an array read
                .isEqualTo(sample);
    }

    static Stream<Arguments> samples() {
        return Samples.all().stream().map(sample -> Arguments.of(name(sample), sample));
    }

    private static String name(SpecificRecord sample) {
        var fields = sample.getSchema().getFields();
        var bare = fields.stream().anyMatch(field -> sample.get(field.pos()) == null);
        return sample.getSchema().getName() + (bare ? "-bare" : "");
    }

    private static byte[] bytes(SpecificRecord sample) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(sample.getSchema()).write(sample, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static SpecificRecord record(SpecificRecord like, byte[] bytes) throws IOException {
        return new SpecificDatumReader<SpecificRecord>(like.getSchema())
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }

    private static String lines(byte[] bytes) {
        var text = new StringBuilder();
        for (var at = 0; at < bytes.length; at += BYTES_A_LINE) {
            var end = Math.min(at + BYTES_A_LINE, bytes.length);
            text.append(HexFormat.of().formatHex(bytes, at, end)).append('\n');
        }
        return text.toString();
    }
}
