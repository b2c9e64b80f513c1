package org.teamsavailability.benchmarks.server;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.benchmarks.world.World;
import org.teamsavailability.localstack.administration.DeskKeys;
import org.teamsavailability.localstack.server.Database;
import org.teamsavailability.localstack.server.MappingService;
import org.teamsavailability.servers.process.ProcessSpec;
import org.teamsavailability.servers.process.StartTimeout;

/**
 * The mapping-service next to an arm, as the way in over HTTP. It has a PostgreSQL of its own with
 * the service desks of a world and a key of each; the tables on the topics are those of the arm.
 */
public final class MappingProcess implements AutoCloseable {

    /** All calls come from one address here, which usually has at most 64 connections. */
    public static final int CONNECTIONS = 2_500;

    private static final String HEAP = "512m";
    private static final String WAITING = "teams_availability_http_waiting";

    private final Servers servers;
    private final String topicPrefix;
    private final World world;
    private final Database database;
    private final int port;
    private final int managementPort;
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final ServiceMetrics metrics;
    private @Nullable RunningServer running;

    /** The arm must be started. */
    public MappingProcess(Servers servers, ArmProcess arm, World world) {
        this.servers = servers;
        this.topicPrefix = arm.prefix();
        this.world = world;
        this.database = servers.database();
        this.port = servers.freePort();
        this.managementPort = servers.freePort();
        this.metrics = new ServiceMetrics(management("/actuator/prometheus"));
    }

    /** Returns when it is ready. */
    public void start() {
        database.start();
        var ofDatabase = MappingService.database(database.url());
        var desks = IntStream.range(0, world.desks()).mapToObj(World::desk).toList();
        keys.putAll(DeskKeys.create(servers.mappingService(HEAP), ofDatabase, desks));
        running = servers.launch(spec(ofDatabase));
    }

    private ProcessSpec spec(Map<String, String> ofDatabase) {
        var environment = ServiceEnvironment.of(servers, topicPrefix);
        environment.putAll(ofDatabase);
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        environment.put("TEAMS_AVAILABILITY_PUBLIC_URL", "http://localhost:" + port);
        environment.put(
                "TEAMSAVAILABILITY_LIMITS_CONNECTIONSPERADDRESS", Integer.toString(CONNECTIONS));
        var readiness = management("/actuator/health/readiness");
        return new ProcessSpec(
                topicPrefix + "mapping-service",
                servers.mappingService(HEAP),
                environment,
                () -> servers.probes().answers(readiness),
                StartTimeout.get());
    }

    /** Where requests are sent. */
    public URI requests() {
        return URI.create("http://127.0.0.1:%d/public-api/availability-requests".formatted(port));
    }

    /** The API key of a service desk. */
    public String key(String serviceDeskId) {
        return Objects.requireNonNull(keys.get(serviceDeskId), serviceDeskId);
    }

    /** The CPU time of its process. */
    public Duration cpu() {
        return running == null ? Duration.ZERO : running.cpu();
    }

    /** How many calls wait at this moment. */
    public int waiting() {
        return (int) metrics.value(WAITING);
    }

    private URI management(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(managementPort, path));
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
        metrics.close();
        database.close();
    }
}
