package org.teamsavailability.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Samples;
import org.teamsavailability.schemas.Slot;
import org.teamsavailability.schemas.TechnicianMapping;

class PlainAvroTest {

    private final PlainAvro<TechnicianMapping> mappings = PlainAvro.of(TechnicianMapping.class);

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhatItWrites(SpecificRecord sample) {
        assertThat(copy(sample)).usingRecursiveComparison().isEqualTo(sample);
    }

    @Test
    void startsWithTheFingerprintOfTheSchema() {
        assertThat(mappings.write(Samples.mapping())).startsWith(0xC3, 0x01);
        assertThat(Arrays.copyOfRange(mappings.write(Samples.mapping()), 2, 10))
                .isEqualTo(fingerprint(TechnicianMapping.getClassSchema()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyRecordThisReleaseWritesHasAReleasedSchemaToReadItByLater(SpecificRecord sample) {
        assertThat(ReleasedSchemas.of(sample.getClass())).isNotEmpty();
    }

    @Test
    void knowsEveryReleasedVersion() throws IOException {
        try (var folders = Files.list(Path.of("..", "schemas", "src/main/resources/released"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ReleasedSchemas.VERSIONS);
        }
    }

    @Test
    void readsWhatAnEarlierReleaseHasStored() throws IOException {
        var earlier =
                new Schema.Parser()
                        .parse(
                                """
                                {"type":"record","name":"Slot",
                                 "namespace":"org.teamsavailability.schemas",
                                 "fields":[{"name":"start",
                                   "type":{"type":"long","logicalType":"timestamp-millis"}}]}\
                                """);
        var stored = new GenericData.Record(earlier);
        stored.put("start", 1_000L);
        var bytes = new BinaryMessageEncoder<>(GenericData.get(), earlier).encode(stored).array();

        var slot = PlainAvro.of(Slot.class, List.of(earlier)).read(bytes);

        assertThat(slot.getStart()).hasToString("1970-01-01T00:00:01Z");
        assertThat(slot.getEnd()).isNull();
        assertThatUnreadable(() -> PlainAvro.of(Slot.class).read(bytes));
    }

    @Test
    void refusesDamagedBytesWithoutSayingWhatTheyHold() {
        var bytes = mappings.write(Samples.mapping());

        for (var length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatUnreadable(() -> mappings.read(cut));
        }
        assertThatUnreadable(() ->
                mappings.read(PlainAvro.of(DispatchRequested.class).write(Samples.request())));
    }

    @Test
    void keepsTombstones() {
        assertThat(mappings.serializer().serialize("store", null)).isNull();
        assertThat(mappings.deserializer().deserialize("store", null)).isNull();
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        var samples = Samples.all();
        var copiers = samples.stream().map(PlainAvroTest::copier).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var copies =
                    IntStream.range(0, 2_000)
                            .map(i -> i % samples.size())
                            .mapToObj(i ->
                                    threads.submit(() ->
                                            copiers.get(i)
                                                    .get()
                                                    .toString()
                                                    .equals(samples.get(i).toString())))
                            .toList();

            assertThat(copies).allSatisfy(copy -> assertThat(copy.get()).isTrue());
        }
    }

    static List<SpecificRecord> samples() {
        return Samples.all();
    }

    private static SpecificRecord copy(SpecificRecord sample) {
        return copier(sample).get();
    }

    /** Writes and reads the sample again, each time by the same {@link PlainAvro}. */
    @SuppressWarnings("unchecked") // a sample is of its own class
    private static Supplier<SpecificRecord> copier(SpecificRecord sample) {
        var plain = PlainAvro.of((Class<SpecificRecord>) sample.getClass());
        return () -> plain.read(plain.write(sample));
    }

    private static byte[] fingerprint(Schema schema) {
        try {
            return SchemaNormalization.parsingFingerprint("CRC-64-AVRO", schema);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertThatUnreadable(ThrowingCallable reading) {
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(reading)
                .withMessageNotContaining("anna")
                .withNoCause();
    }
}
