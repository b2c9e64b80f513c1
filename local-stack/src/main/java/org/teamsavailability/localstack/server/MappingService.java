package org.teamsavailability.localstack.server;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.JavaCommand;
import org.teamsavailability.servers.process.ProcessSpec;
import org.teamsavailability.servers.process.StartTimeout;

/** The mapping-service, from its own jar and configured by the environment alone. */
public final class MappingService {

    static final String NAME = "Mapping service";
    static final int USUAL_PORT = 8080;
    static final int USUAL_MANAGEMENT_PORT = 8089;

    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private MappingService() {}

    /** How its jar is started, with a command or without. */
    public static List<String> command(Installation installation) {
        return JavaCommand.ofJar(OPTIONS, installation.mappingService());
    }

    /** Where its database is, as its commands want to be told. */
    public static Map<String, String> database(String url) {
        return Database.environment(url);
    }

    /**
     * Says how to start it.
     *
     * @param variables its environment in addition to what the stack itself decides
     */
    static ProcessSpec launch(
            Installation installation,
            Endpoints endpoints,
            int port,
            int managementPort,
            Map<String, String> variables,
            Probes probes) {
        var environment = new HashMap<>(variables);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", endpoints.kafka());
        environment.put("SCHEMA_REGISTRY_URL", endpoints.registry());
        environment.put("TOPIC_PREFIX", endpoints.topicPrefix());
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        environment.put("TEAMS_AVAILABILITY_PUBLIC_URL", "http://localhost:" + port);
        var readiness =
                URI.create("http://localhost:" + managementPort + "/actuator/health/readiness");
        return new ProcessSpec(
                NAME,
                command(installation),
                environment,
                () -> probes.answers(readiness),
                StartTimeout.get());
    }
}
