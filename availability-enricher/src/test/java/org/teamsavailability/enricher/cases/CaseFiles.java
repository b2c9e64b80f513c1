package org.teamsavailability.enricher.cases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The cases there are: ours, and with {@code -Dcases=FILE} those of that file as well. */
final class CaseFiles {

    private CaseFiles() {}

    /** Ours, then those of the given file. */
    static Stream<Case> all() throws IOException {
        String given = System.getProperty("cases", "");
        return Stream.concat(
                Stream.concat(
                        Stream.concat(ours("rules.json"), ours("graph.json")),
                        ours("instructions.json")),
                given.isEmpty()
                        ? Stream.empty()
                        : Case.read(Files.newInputStream(Path.of(given))).stream());
    }

    private static Stream<Case> ours(String name) throws IOException {
        InputStream file = CaseFiles.class.getResourceAsStream("/cases/" + name);
        return Case.read(Objects.requireNonNull(file)).stream();
    }
}
