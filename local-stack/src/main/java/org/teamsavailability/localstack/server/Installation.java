package org.teamsavailability.localstack.server;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build has put ready: the registry and the services.
 *
 * @param home the folder {@code target} of this module
 */
public record Installation(Path home) {

    /** The system property that names the home. */
    public static final String HOME = "localstack.home";

    /**
     * The installation that the system property {@code localstack.home} names.
     *
     * @throws IllegalStateException if it is not set
     */
    public static Installation ofThisProcess() {
        var home = System.getProperty(HOME);
        if (home == null) {
            throw new IllegalStateException(
                    "The system property " + HOME + " is not set: use ./quickstart, which sets it");
        }
        return new Installation(Path.of(home));
    }

    Path registry() {
        return existing(home.resolve("registry/quarkus-run.jar"));
    }

    Path enricher() {
        return existing(home.resolve("services/availability-enricher/availability-enricher.jar"));
    }

    /** The enricher's AOT cache, which {@link StartTraining} makes; each build removes it. */
    Path startCache() {
        return enricher().resolveSibling("start.aot");
    }

    Path mappingService() {
        return existing(home.resolve("services/mapping-service/mapping-service.jar"));
    }

    /** Where PostgreSQL's programs are unpacked. */
    Path postgresql() {
        return home.toAbsolutePath().resolve("postgresql");
    }

    /** Where this process keeps the logs of a stack that failed, apart from those of others. */
    public Path keptLogs() {
        return home.resolve("quickstart-logs")
                .resolve(Long.toString(ProcessHandle.current().pid()));
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(
                    file + " is not there: run ./quickstart, or mvn package, which puts it there");
        }
        return file.toAbsolutePath();
    }
}
