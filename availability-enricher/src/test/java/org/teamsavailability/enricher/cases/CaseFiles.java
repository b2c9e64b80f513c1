package org.teamsavailability.enricher.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The bundled cases, and with {@code -Dcases=FILE} those of that file as well. */
final class CaseFiles {

    private CaseFiles() {}

    /** The bundled ones, then those of the given file. */
    static Stream<Case> all() throws IOException {
        String given = System.getProperty("cases", "");
        return Stream.concat(
                Stream.of("rules.json", "graph.json", "instructions.json", "rota.json")
                        .flatMap(CaseFiles::bundled),
                given.isEmpty()
                        ? Stream.empty()
                        : Case.read(Files.newInputStream(Path.of(given))).stream());
    }

    private static Stream<Case> bundled(String name) {
        InputStream file = CaseFiles.class.getResourceAsStream("/cases/" + name);
        try {
            return Case.read(Objects.requireNonNull(file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
