package org.teamsavailability.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.teamsavailability.servers.process.JavaCommand;
import org.teamsavailability.servers.process.ProcessSpec;
import org.teamsavailability.servers.process.StartTimeout;
import org.teamsavailability.servers.process.Workspace;

/**
 * A Kafka broker that is its own controller, from the class path of this process. It creates no
 * topic by itself.
 */
public final class Broker {

    /** What people call it. */
    public static final String NAME = "Kafka";

    /** Where Kafka usually listens. */
    public static final int USUAL_PORT = 9092;

    private static final int NODE_ID = 1;

    private Broker() {}

    /** Formats its storage in the workspace and says how to start it. */
    public static ProcessSpec launch(
            Workspace workspace, int port, int controllerPort, Probes probes) {
        return launch(workspace, port, controllerPort, probes, Map.of());
    }

    /** The same with further settings, which win. */
    public static ProcessSpec launch(
            Workspace workspace,
            int port,
            int controllerPort,
            Probes probes,
            Map<String, String> further) {
        var data = workspace.directory().resolve("kafka");
        format(data);
        var configuration = workspace.directory().resolve("kafka.properties");
        var settings = new HashMap<>(settings(data, port, controllerPort));
        settings.putAll(further);
        write(configuration, settings);
        return new ProcessSpec(
                NAME,
                JavaCommand.of(
                        List.of(
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dlogback.configurationFile=logback-kafka.xml",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "kafka.Kafka",
                                configuration.toString())),
                Map.of(),
                () -> probes.listens(port),
                StartTimeout.get());
    }

    private static Map<String, String> settings(Path data, int port, int controllerPort) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(NODE_ID)),
                Map.entry("controller.quorum.voters", NODE_ID + "@localhost:" + controllerPort),
                Map.entry(
                        "listeners",
                        "CLIENTS://localhost:" + port + ",CONTROL://localhost:" + controllerPort),
                Map.entry("advertised.listeners", "CLIENTS://localhost:" + port),
                Map.entry("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROL:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "CLIENTS"),
                Map.entry("controller.listener.names", "CONTROL"),
                Map.entry("log.dirs", data.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
                Map.entry("log.index.size.max.bytes", Integer.toString(1 << 20)));
    }

    private static void format(Path data) {
        try {
            Files.createDirectories(data);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE_ID)
                    .setControllerListenerName("CONTROL")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's storage cannot be made in " + data, e);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's storage cannot be formatted in " + data, e);
        }
    }

    private static void write(Path file, Map<String, String> settings) {
        var properties = new Properties();
        properties.putAll(settings);
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's configuration cannot be written", e);
        }
    }
}
