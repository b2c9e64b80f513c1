package org.teamsavailability.localstack.server;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.JavaCommand;
import org.teamsavailability.servers.process.ProcessSpec;
import org.teamsavailability.servers.process.StartTimeout;
import org.teamsavailability.servers.process.Workspace;

/** The availability enricher, from its own jar and configured by the environment alone. */
public final class Enricher {

    static final String NAME = "Availability enricher";
    static final int USUAL_PORT = 8088;

    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private Enricher() {}

    /** How its jar is started, with a command or without. */
    public static List<String> command(Installation installation) {
        var cache = installation.startCache();
        return Files.exists(cache)
                ? command(installation, "-XX:AOTCache=" + cache)
                : JavaCommand.ofJar(OPTIONS, installation.enricher());
    }

    /** The same JVM as that of the service, which learns what a later start needs. */
    static List<String> training(Installation installation, Path cache) {
        var command =
                new ArrayList<>(
                        command(installation, "-XX:AOTCacheOutput=" + cache, "-Xlog:aot=error"));
        command.add("--train");
        return command;
    }

    private static List<String> command(Installation installation, String... further) {
        var options = new ArrayList<>(OPTIONS);
        options.addAll(List.of(further));
        return JavaCommand.ofJar(options, installation.enricher());
    }

    /**
     * Says how to start it. Its state is in the workspace and stays over restarts.
     *
     * @param variables its environment in addition to what the stack itself decides: where
     *     Microsoft is and with which credentials
     */
    static ProcessSpec launch(
            Workspace workspace,
            Installation installation,
            Endpoints endpoints,
            int port,
            Map<String, String> variables,
            Probes probes) {
        var environment = new HashMap<>(variables);
        // It lives for minutes: a warm-up would only delay its first answers.
        environment.putIfAbsent("TEAMSAVAILABILITY_WARMUP_REQUESTS", "0");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", endpoints.kafka());
        environment.put("SCHEMA_REGISTRY_URL", endpoints.registry());
        environment.put("TOPIC_PREFIX", endpoints.topicPrefix());
        environment.put("REPLICATION_FACTOR", "1");
        environment.put("MIN_INSYNC_REPLICAS", "1");
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(port));
        environment.put("STATE_DIRECTORY", workspace.directory().resolve("enricher").toString());
        var readiness = URI.create(endpoints.enricher() + "/actuator/health/readiness");
        return new ProcessSpec(
                NAME,
                command(installation),
                environment,
                () -> probes.answers(readiness),
                StartTimeout.get());
    }
}
