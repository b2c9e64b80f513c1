package org.teamsavailability.enricher.warmup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.enricher.teams.batching.BatchingGateway;
import org.teamsavailability.enricher.teams.batching.GatewaySettings;
import org.teamsavailability.enricher.teams.batching.Scheduler;
import org.teamsavailability.enricher.topology.EnricherParts;
import org.teamsavailability.enricher.topology.EnricherTopology;
import org.teamsavailability.graph.sdk.MicrosoftGraph;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.schemas.serde.RecordSerdes;

/**
 * Runs synthetic requests through the topology, the gateway and the Graph SDK in this process.
 *
 * <p>Kafka's own {@link TopologyTestDriver} stands in for the broker, and {@link LoopbackMicrosoft}
 * for Microsoft. Nothing is written to a topic, and nobody outside of this process is called,
 * except the schema registry where the serdes have not met a schema.
 */
public final class WarmUp {

    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

    /** Short age limits, so that many requests read from the loopback Microsoft. */
    private static final Duration PRESENCE_AGE = Duration.ofMillis(50);

    private static final ThreadFactory DAEMON =
            Thread.ofPlatform().name("warm-up-scheduler").daemon().factory();

    private final Function<TeamsGateway, EnricherParts> parts;
    private final RecordSerdes serdes;
    private final Clock clock;
    private final int requests;
    private final Duration atMost;

    /**
     * @param parts the topology's parts with another gateway and meters of their own
     * @param serdes those of the service, which the synthetic records are written with
     * @param requests at most so many synthetic requests, 0 or more; 0 = no warm-up
     * @param atMost the longest time, 0 to 60 s
     */
    public WarmUp(
            Function<TeamsGateway, EnricherParts> parts,
            RecordSerdes serdes,
            Clock clock,
            int requests,
            Duration atMost) {
        this.parts = parts;
        this.serdes = serdes;
        this.clock = clock;
        this.requests = requests;
        this.atMost = atMost;
    }

    /**
     * Runs it to its end. A failure is logged and ends it: the service then starts cold.
     *
     * @return how many requests were answered
     */
    public int run() {
        if (requests == 0) {
            return 0;
        }
        Instant start = clock.instant();
        try {
            int answered = run(start.plus(atMost));
            log.atInfo()
                    .addKeyValue("requests", answered)
                    .addKeyValue("took", Duration.between(start, clock.instant()))
                    .log("The warm-up is complete");
            return answered;
        } catch (IOException | RuntimeException e) {
            log.atWarn()
                    .setCause(e)
                    .log("The warm-up failed; the first answers after this start are slow");
            return 0;
        }
    }

    private int run(Instant end) throws IOException {
        Path state = Files.createTempDirectory("teams-availability-warm-up");
        try (var scheduler = Executors.newSingleThreadScheduledExecutor(DAEMON);
                var microsoft = new LoopbackMicrosoft();
                var graph = MicrosoftGraph.connect(microsoft.settings(), clock)) {
            var gateway =
                    new BatchingGateway(
                            graph.port(),
                            gatewaySettings(),
                            clock,
                            Scheduler.on(scheduler),
                            new Random(),
                            Telemetry.none());
            var warm = parts.apply(gateway);
            try (var driver = new TopologyTestDriver(EnricherTopology.build(warm), config(state))) {
                return new SyntheticTraffic(driver, warm.topicPrefix(), serdes, clock)
                        .run(requests, end);
            } finally {
                scheduler.shutdownNow();
            }
        } finally {
            delete(state);
        }
    }

    private static GatewaySettings gatewaySettings() {
        var usual = GatewaySettings.defaults();
        return new GatewaySettings(
                new GatewaySettings.Ages(
                        PRESENCE_AGE,
                        usual.ages().rota(),
                        usual.ages().schedule(),
                        usual.ages().badId()),
                usual.calls(),
                usual.retries(),
                usual.memory());
    }

    private static Properties config(Path state) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "warm-up");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "never-connected:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return config;
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
