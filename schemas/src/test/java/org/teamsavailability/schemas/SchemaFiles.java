package org.teamsavailability.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** The schema files of this module and every type they declare. */
final class SchemaFiles {

    private static final Path FOLDER = Path.of("src/main/avro");
    private static final List<Schema> TYPES = parsed();

    private SchemaFiles() {}

    static List<Path> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every record and enum, nested ones included. */
    static List<Schema> types() {
        return TYPES;
    }

    private static List<Schema> parsed() {
        var parser = new SchemaParser();
        try {
            for (var file : all()) {
                parser.parse(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(parser.getParsedNamedSchemas());
    }

    static Stream<Schema> records() {
        return types().stream().filter(type -> type.getType() == Schema.Type.RECORD);
    }

    static Stream<Schema> enums() {
        return types().stream().filter(type -> type.getType() == Schema.Type.ENUM);
    }

    /** The record of the file, its nested types inline. */
    static Schema inFile(Path file) {
        return recordNamed(file.getFileName().toString().replaceAll("\\.avsc$", ""));
    }

    static Schema recordNamed(String name) {
        return records()
                .filter(record -> record.getName().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("There is no record " + name + " in " + FOLDER));
    }

    /** The type of an optional field's value; of any other field its type. */
    static Schema withoutNull(Schema type) {
        return type.isUnion() ? type.getTypes().getLast() : type;
    }
}
