package org.teamsavailability.localstack.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.servers.Broker;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.servers.process.Workspace;
import org.teamsavailability.simulator.GraphSimulator;

/**
 * Broker, registry, simulator, database, mapping-service and enricher, with topics, schemas, tables
 * and service desks.
 *
 * <p>One thread starts it; any thread may close it, also while it starts. Closed, it has left
 * neither a process nor a file behind.
 */
public final class LocalStack implements Startable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);

    private final StackSettings settings;
    private final Progress progress;
    private final @Nullable ExternalServers given;
    private final Workspace workspace = Workspace.create();
    private final Probes probes = new Probes();
    private final Microsoft microsoft;
    private final Endpoints endpoints;
    private final RecordSerdes serdes;
    private final TopicSetup contents;
    private final Server broker;
    private final Server registry;
    private final Server enricher;
    private final Server mappingService;
    private final Database database;
    private final DeskSetUp deskSetUp;
    private final StackPorts listens;
    private Map<String, String> keys = Map.of();
    private boolean closed;

    /** Chooses the ports; starts nothing yet. */
    public LocalStack(StackSettings settings, Progress progress) {
        this(settings, progress, null);
    }

    /**
     * Chooses the ports; starts nothing yet.
     *
     * @param given what runs already; null for servers of its own
     */
    public LocalStack(StackSettings settings, Progress progress, @Nullable ExternalServers given) {
        this.settings = settings;
        this.progress = progress;
        this.given = given;
        var ports = settings.ports();
        listens = StackPorts.on(ports);
        microsoft = new Microsoft(settings.microsoft(), listens.simulator());
        var home = settings.installation();
        database = new Database(workspace, home, listens.database());
        var databaseUrl =
                given == null || given.database() == null ? database.url() : given.database();
        endpoints = listens.endpoints(settings, given, databaseUrl, microsoft.address());
        var serdeSettings = SerdeSettings.apicurio(endpoints.registry());
        serdes = new RecordSerdes(serdeSettings);
        contents = new TopicSetup(settings, endpoints, serdeSettings, serdes);
        broker =
                new Server(
                        workspace, Broker.launch(workspace, listens.kafka(), ports.any(), probes));
        registry =
                new Server(
                        workspace,
                        Registry.launch(workspace, home, listens.registry(), ports.any(), probes));
        var ofDatabase = Database.environment(databaseUrl);
        deskSetUp = new DeskSetUp(home, endpoints, serdes, ofDatabase, settings.desks());
        var environment = microsoft.environment(settings.serviceEnvironment());
        var services = new Services(workspace, home, endpoints, probes);
        enricher = services.enricher(listens.enricher(), environment);
        mappingService =
                services.mappingService(
                        listens.mappingService(),
                        listens.mappingManagement(),
                        environment,
                        ofDatabase);
    }

    /**
     * Starts everything and returns when requests are answered.
     *
     * @throws RuntimeException if something does not start; the stack is still to be closed
     */
    @Override
    public void start() {
        progress.began("Starting what the services need");
        Parallel.run(
                this::startBroker,
                this::startRegistry,
                this::startDatabase,
                () -> microsoft.start(progress));
        Parallel.run(
                () ->
                        progress.timed(
                                "Topics", Topics.ALL.size() + " created", contents::createTopics),
                () -> progress.timed("Schemas", "registered", contents::registerSchemas));
        if (!settings.connections().isEmpty()) {
            progress.timed("Tables", contents.tables(), contents::publishTables);
        }
        progress.began("Starting the services");
        Parallel.run(
                () ->
                        progress.timed(
                                enricher.name(),
                                endpoints.enricher(),
                                () -> SlowServers.start(enricher)),
                this::startMappingService);
    }

    private void startBroker() {
        if (given == null) {
            progress.timed(broker.name(), endpoints.kafka(), broker::start);
        }
    }

    private void startRegistry() {
        if (given == null || given.registry() == null) {
            progress.timed(registry.name(), endpoints.registry(), registry::start);
        }
    }

    private void startDatabase() {
        if (!settings.mappingService()) {
            return;
        }
        if (given == null || given.database() == null) {
            progress.timed(Database.NAME, database.url(), database::start);
        } else {
            DatabaseUsers.create(given.database());
        }
    }

    private void startMappingService() {
        var service = endpoints.mappingService();
        if (service != null) {
            keys = deskSetUp.createDesks();
            progress.timed(mappingService.name(), service, () -> SlowServers.start(mappingService));
            if (!keys.isEmpty()) {
                progress.timed(
                        "Service desks",
                        keys.size() + " set up through the API",
                        () -> deskSetUp.connect(service, service, keys));
            }
        }
    }

    /** The first API key of each service desk that the stack has set up, by the desk's id. */
    public Map<String, String> keys() {
        return keys;
    }

    /** Where everything is. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** The mapping-service's management endpoints, as {@code http://localhost:8089}. */
    public String mappingManagement() {
        return "http://localhost:" + listens.mappingManagement();
    }

    /** The serdes of the stack's topics; they end with the stack. */
    public RecordSerdes serdes() {
        return serdes;
    }

    /** The Kafka broker; never started where one is given. */
    public Server broker() {
        return broker;
    }

    /**
     * The schema registry; its schemas keep their ids over a restart. Never started where one is
     * given.
     */
    public Server registry() {
        return registry;
    }

    /** The enricher; its state stays over a restart. */
    public Server enricher() {
        return enricher;
    }

    /** The mapping-service; never started where the settings want none. */
    public Server mappingService() {
        return mappingService;
    }

    /** Microsoft's side; null where it is not simulated. */
    public @Nullable GraphSimulator simulator() {
        return microsoft.simulator();
    }

    /**
     * Copies the logs of its servers, which are gone when it is closed.
     *
     * @param target a directory, which is made where it is missing
     */
    public void copyLogs(Path target) {
        workspace.copyLogs(target);
    }

    /**
     * The enricher first, while it can still reach its broker. Each step is taken, whatever became
     * of those before: a server that does not stop is killed with the workspace.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        var failed = new ArrayList<RuntimeException>();
        var steps =
                List.<Runnable>of(
                        () -> Parallel.run(enricher::stop, mappingService::stop),
                        microsoft::close,
                        serdes::close,
                        registry::kill,
                        broker::kill,
                        database::close,
                        () -> {
                            if (given != null) {
                                given.end().run();
                            }
                        },
                        probes::close,
                        workspace::close);
        for (var step : steps) {
            try {
                step.run();
            } catch (RuntimeException e) {
                failed.add(e);
            }
        }
        if (!failed.isEmpty()) {
            LOG.debug("The stack was closed with {} failures", failed.size(), failed.getFirst());
        }
    }
}
