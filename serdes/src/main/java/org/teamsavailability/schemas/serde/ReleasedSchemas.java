package org.teamsavailability.schemas.serde;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The schemas of every released version, kept so that what was once written stays readable. */
final class ReleasedSchemas {

    /** Every released version, oldest first; each is a folder next to this package. */
    static final List<String> VERSIONS = List.of("0.1.0");

    private ReleasedSchemas() {}

    /** Every released schema of this record, oldest version first; empty for a new record. */
    static List<Schema> of(Class<?> record) {
        return VERSIONS.stream()
                .flatMap(version -> Stream.ofNullable(schema(version, record)))
                .toList();
    }

    private static @Nullable Schema schema(String version, Class<?> record) {
        var file = "/released/" + version + "/" + record.getSimpleName() + ".avsc";
        try (var stream = ReleasedSchemas.class.getResourceAsStream(file)) {
            return stream == null ? null : new Schema.Parser().parse(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
