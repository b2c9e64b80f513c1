package org.teamsavailability.localstack.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.process.Server;
import org.teamsavailability.localstack.process.Workspace;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;

/**
 * Broker, registry, simulator and enricher, with topics, schemas and tables.
 *
 * <p>One thread starts it; any thread may close it, also while it starts. Closed, it has left
 * neither a process nor a file behind.
 */
public final class LocalStack implements AutoCloseable {

    private static final int SIMULATOR_PORT = 9700;

    /** How the variables of each of Microsoft's clouds end; the simulator plays all of them. */
    private static final List<String> CLOUDS = List.of("", "_US_GOV_L4", "_US_GOV_L5", "_CHINA");

    private final StackSettings settings;
    private final Progress progress;
    private final Workspace workspace = Workspace.create();
    private final Probes probes = new Probes();
    private final int simulatorPort;
    private final Endpoints endpoints;
    private final RecordSerdes serdes;
    private final Contents contents;
    private final Server broker;
    private final Server registry;
    private final Server enricher;
    private volatile @Nullable GraphSimulator simulator;
    private boolean closed;

    /** Chooses the ports; starts nothing yet. */
    public LocalStack(StackSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        var ports = settings.ports();
        int kafka = ports.forServer(Broker.USUAL_PORT);
        int schemas = ports.forServer(Registry.USUAL_PORT);
        int management = ports.forServer(Enricher.USUAL_PORT);
        simulatorPort = ports.forServer(SIMULATOR_PORT);
        endpoints =
                new Endpoints(
                        "localhost:" + kafka,
                        "http://localhost:" + schemas,
                        "http://localhost:" + management,
                        settings.microsoft() == null ? null : "http://127.0.0.1:" + simulatorPort,
                        settings.topicPrefix());
        var serdeSettings = SerdeSettings.apicurio(endpoints.registry());
        serdes = new RecordSerdes(serdeSettings);
        contents = new Contents(settings, endpoints, serdeSettings, serdes);
        var home = settings.installation();
        broker = new Server(workspace, Broker.launch(workspace, kafka, ports.any(), probes));
        registry =
                new Server(
                        workspace, Registry.launch(workspace, home, schemas, ports.any(), probes));
        enricher =
                new Server(
                        workspace,
                        Enricher.launch(
                                workspace,
                                home,
                                endpoints,
                                management,
                                enricherEnvironment(),
                                probes));
    }

    /**
     * Starts everything and returns when requests are answered.
     *
     * @throws RuntimeException if something does not start; the stack is still to be closed
     */
    public void start() {
        progress.began("Starting what the enricher needs");
        Together.run(
                () -> step(broker.name(), endpoints.kafka(), broker::start),
                () -> step(registry.name(), endpoints.registry(), registry::start),
                this::startSimulator);
        Together.run(
                () -> step("Topics", Topics.ALL.size() + " created", contents::createTopics),
                () -> step("Schemas", "registered", contents::registerSchemas));
        step("Tables", contents.tables(), contents::publishTables);
        progress.began("Starting the availability enricher");
        step(enricher.name(), endpoints.enricher(), enricher::start);
    }

    /** Where everything is. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** The serdes of the stack's topics; they end with the stack. */
    public RecordSerdes serdes() {
        return serdes;
    }

    /** The Kafka broker. */
    public Server broker() {
        return broker;
    }

    /** The schema registry; its schemas keep their ids over a restart. */
    public Server registry() {
        return registry;
    }

    /** The enricher; its state stays over a restart. */
    public Server enricher() {
        return enricher;
    }

    /** Microsoft's side; null where it is not simulated. */
    public @Nullable GraphSimulator simulator() {
        return simulator;
    }

    /** The enricher first, while it can still reach what it says good-bye to. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        enricher.stop();
        var microsoft = simulator;
        if (microsoft != null) {
            microsoft.close();
        }
        serdes.close();
        registry.kill();
        broker.kill();
        probes.close();
        workspace.close();
    }

    private Map<String, String> enricherEnvironment() {
        var environment = new HashMap<String, String>();
        var microsoft = endpoints.simulator();
        if (microsoft != null) {
            CLOUDS.forEach(cloud -> environment.putAll(simulated(cloud, microsoft)));
        }
        environment.putAll(settings.enricherEnvironment());
        return environment;
    }

    private static Map<String, String> simulated(String cloud, String microsoft) {
        return Map.of(
                "MICROSOFT_LOGIN_URL" + cloud,
                microsoft,
                "MICROSOFT_GRAPH_URL" + cloud,
                microsoft + "/v1.0",
                "MICROSOFT_CLIENT_ID" + cloud,
                "00000000-0000-4000-8000-000000009700",
                "MICROSOFT_CLIENT_SECRET" + cloud,
                "any secret opens the simulator",
                "MICROSOFT_CLIENT_CERTIFICATE" + cloud,
                "");
    }

    private void startSimulator() {
        var dataset = settings.microsoft();
        if (dataset != null) {
            step(
                    "Microsoft simulator",
                    "http://127.0.0.1:" + simulatorPort,
                    () ->
                            simulator =
                                    GraphSimulator.start(
                                            dataset,
                                            SimulatorSettings.defaults().withPort(simulatorPort)));
        }
    }

    private void step(String what, String where, Runnable work) {
        long start = System.nanoTime();
        work.run();
        progress.ready(what, where, Duration.ofNanos(System.nanoTime() - start));
    }
}
