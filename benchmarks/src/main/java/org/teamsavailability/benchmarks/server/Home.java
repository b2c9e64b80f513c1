package org.teamsavailability.benchmarks.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What the build has put ready: the registry and the services.
 *
 * @param directory the folder {@code target} of this module
 */
public record Home(Path directory) {

    /** The system property that names the directory. */
    public static final String PROPERTY = "benchmarks.home";

    /**
     * The home that the system property names.
     *
     * @throws IllegalStateException if it is not set
     */
    public static Home ofThisProcess() {
        var home = System.getProperty(PROPERTY);
        if (home == null) {
            throw new IllegalStateException(
                    "The system property %s is not set. Use ./benchmarks/run, which sets it."
                            .formatted(PROPERTY));
        }
        return new Home(Path.of(home).toAbsolutePath());
    }

    /** The folder of the module, with what is checked in. */
    public Path module() {
        return Objects.requireNonNull(directory.toAbsolutePath().getParent());
    }

    /** What was expected before it was measured. */
    public Path expectations() {
        return module().resolve("expected.yaml");
    }

    Path registry() {
        return existing(directory.resolve("registry/quarkus-run.jar"));
    }

    Path enricher() {
        return existing(
                directory.resolve("services/availability-enricher/availability-enricher.jar"));
    }

    Path mappingService() {
        return existing(directory.resolve("services/mapping-service/mapping-service.jar"));
    }

    /** The lines that runs have measured. */
    public Path results() {
        return directory.resolve("results.jsonl");
    }

    /** The lines of runs with {@code --quick}, which prove that a row works and nothing else. */
    public Path quickResults() {
        return directory.resolve("quick-results.jsonl");
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(
                    "%s is missing. Build it with ./benchmarks/run or mvn package."
                            .formatted(file));
        }
        return file;
    }
}
