package org.teamsavailability.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every release reads what earlier ones have written (BACKWARD_TRANSITIVE), and what is on a topic
 * is read by them too (FULL_TRANSITIVE).
 */
class CompatibilityTest {

    private static final Path RELEASED = Path.of("src/main/resources/released");
    private static final Path TO_RELEASE = Path.of("target/schemas-to-release");

    @ParameterizedTest
    @MethodSource("released")
    void readsEveryReleasedVersionAndIsReadByItOnATopic(Path file) throws IOException {
        var released = new Schema.Parser().parse(Files.readString(file));
        var current = SchemaFiles.recordNamed(released.getName());

        assertThat(differences(current, released))
                .as("what keeps this version from reading %s", file)
                .isEmpty();
        if (isOnATopic(current)) {
            assertThat(differences(released, current))
                    .as("what keeps %s from being read by that version", current.getName())
                    .isEmpty();
        }
    }

    @Test
    void refusesANewFieldWithoutADefault() {
        var released = SchemaFiles.recordNamed("Slot");
        var changed =
                new Schema.Parser()
                        .parse(
                                released.toString()
                                        .replace(
                                                "\"fields\":[",
                                                "\"fields\":[{\"name\":\"new\",\"type\":\"int\"},"));

        assertThat(differences(changed, released)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void writesTheNextReleaseWithNestedTypesInline(Path file) throws IOException {
        var record = SchemaFiles.inFile(file);
        var whole = Files.createDirectories(TO_RELEASE).resolve(record.getName() + ".avsc");

        Files.writeString(whole, SchemaFormatter.format("json/pretty", record) + "\n");

        assertThat(new Schema.Parser().parse(Files.readString(whole, UTF_8))).isEqualTo(record);
    }

    private static boolean isOnATopic(Schema record) {
        return Topics.ALL.stream()
                .map(Topic::value)
                .anyMatch(value -> value != null && value.getName().equals(record.getFullName()));
    }

    private static List<Incompatibility> differences(Schema reader, Schema writer) {
        return checkReaderWriterCompatibility(reader, writer).getResult().getIncompatibilities();
    }

    static Stream<Path> files() {
        return SchemaFiles.all().stream();
    }

    static List<Path> released() throws IOException {
        try (var files = Files.walk(RELEASED)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
