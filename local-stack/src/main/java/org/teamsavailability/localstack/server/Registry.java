package org.teamsavailability.localstack.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.JavaCommand;
import org.teamsavailability.servers.process.ProcessSpec;
import org.teamsavailability.servers.process.StartTimeout;
import org.teamsavailability.servers.process.Workspace;

/**
 * The Apicurio Registry. It keeps its schemas in a file of the workspace and not in memory, so that
 * they have the same ids after a restart.
 */
final class Registry {

    static final String NAME = "Schema registry";
    static final int USUAL_PORT = 8081;

    private Registry() {}

    /**
     * Says how to start it.
     *
     * @param managementPort for its own health endpoint, which is on port 9000 otherwise
     */
    static ProcessSpec launch(
            Workspace workspace,
            Installation installation,
            int port,
            int managementPort,
            Probes probes) {
        var schemas = workspace.directory().resolve("registry").resolve("schemas");
        var url = URI.create("http://localhost:" + port + "/apis/ccompat/v7/subjects");
        return new ProcessSpec(
                NAME,
                JavaCommand.of(
                        List.of(
                                "-Xmx256m",
                                "-Dquarkus.http.host=127.0.0.1",
                                "-Dquarkus.http.port=" + port,
                                "-Dquarkus.http.access-log.enabled=false",
                                "-Dquarkus.management.host=127.0.0.1",
                                "-Dquarkus.management.port=" + managementPort,
                                "-Dapicurio.datasource.url=jdbc:h2:file:" + schemas,
                                "-jar",
                                installation.registry().toString())),
                Map.of(),
                () -> probes.answers(url),
                StartTimeout.get());
    }
}
