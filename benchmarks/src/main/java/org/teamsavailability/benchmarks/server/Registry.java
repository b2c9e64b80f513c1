package org.teamsavailability.benchmarks.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.ProcessSpec;
import org.teamsavailability.servers.process.StartTimeout;

/** Apicurio's registry, with its schemas in memory. */
final class Registry {

    private Registry() {}

    /** Says how to start it. */
    static ProcessSpec launch(Jvm jvm, Path jar, int port, int managementPort, Probes probes) {
        var subjects = URI.create("http://localhost:%d/apis/ccompat/v7/subjects".formatted(port));
        var properties =
                List.of(
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.http.access-log.enabled=false",
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + managementPort);
        return new ProcessSpec(
                "Schema registry",
                jvm.jar("256m", jar.toString(), properties, List.of()),
                Map.of(),
                () -> probes.answers(subjects),
                StartTimeout.get());
    }
}
