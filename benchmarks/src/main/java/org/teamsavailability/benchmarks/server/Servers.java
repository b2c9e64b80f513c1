package org.teamsavailability.benchmarks.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teamsavailability.benchmarks.world.SimulatorControl;
import org.teamsavailability.benchmarks.world.World;
import org.teamsavailability.benchmarks.world.WorldTopics;
import org.teamsavailability.localstack.server.Database;
import org.teamsavailability.localstack.server.Installation;
import org.teamsavailability.servers.Broker;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.servers.process.ProcessSpec;
import org.teamsavailability.servers.process.StartTimeout;
import org.teamsavailability.servers.process.Workspace;

/**
 * The broker, the registry and the simulator of a run, each a process of its own, which all arms
 * share. An arm has its own topics, so it meets no request of another. For one thread.
 */
public final class Servers implements AutoCloseable {

    /** How long the simulator takes for each answer. */
    public static final int GRAPH_MILLIS = 200;

    private static final String SIMULATOR = "org.teamsavailability.simulator.SimulatorMain";

    /** Each commit is on disk, which the embedded PostgreSQL leaves out by default. */
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on");

    private final Home home;
    private final Jvm jvm;
    private final boolean quick;
    private final Workspace workspace;
    private final Ports ports = Ports.anyFree();
    private final Probes probes = new Probes();
    private final List<RunningServer> shared = new ArrayList<>();
    private final Set<String> prepared = new HashSet<>();
    private final String kafka;
    private final String registry;
    private final String simulator;
    private final SimulatorControl control;
    private final Map<Integer, Integer> accounts = new HashMap<>();

    private Servers(Home home, boolean quick) {
        this.home = home;
        this.jvm = new Jvm(quick);
        this.quick = quick;
        this.workspace = Workspace.create();
        int kafkaPort = ports.forServer(Broker.USUAL_PORT);
        int registryPort = ports.forServer(8081);
        int simulatorPort = ports.forServer(9700);
        this.kafka = "localhost:" + kafkaPort;
        this.registry = "http://localhost:" + registryPort;
        this.simulator = "http://127.0.0.1:" + simulatorPort;
        this.control = new SimulatorControl(simulator);
        try {
            start(broker(kafkaPort));
            start(
                    Registry.launch(
                            jvm, home.registry(), registryPort, ports.forServer(9000), probes));
            start(simulator(simulatorPort));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts the three servers; returns when all are ready. */
    public static Servers start(Home home, boolean quick) {
        return new Servers(home, quick);
    }

    public String kafka() {
        return kafka;
    }

    public String registry() {
        return registry;
    }

    public String simulator() {
        return simulator;
    }

    /** Whether nothing is measured. */
    boolean quick() {
        return quick;
    }

    public SimulatorControl control() {
        return control;
    }

    /** The folder of a run's state and logs, which is removed at its end. */
    Path directory() {
        return workspace.directory();
    }

    Probes probes() {
        return probes;
    }

    /** The enricher's jar, with these settings as arguments. */
    List<String> enricher(String heap, List<String> arguments) {
        return jvm.jar(heap, home.enricher().toString(), List.of(), arguments);
    }

    /** How the mapping-service's jar is started, with a command or without. */
    List<String> mappingService(String heap) {
        return jvm.jar(heap, home.mappingService().toString(), List.of(), List.of());
    }

    /** A PostgreSQL that is not started yet. Its files are gone when it is closed. */
    Database database() {
        return new Database(
                workspace, new Installation(home.directory()), ports.forServer(5432), DURABLE);
    }

    /** A program of this class path. */
    List<String> program(String heap, String mainClass, List<String> arguments) {
        return jvm.program(heap, mainClass, arguments);
    }

    int freePort() {
        return ports.forServer(8088);
    }

    RunningServer launch(ProcessSpec spec) {
        return RunningServer.start(workspace, spec);
    }

    /** Makes a world's topics, rows and tenants ready, the first time that the prefix is used. */
    void prepare(World world, String prefix) {
        for (int desk = 0; desk < world.desks(); desk++) {
            if (accounts.getOrDefault(desk, 0) < world.accounts()) {
                control.putTenant(world, desk);
                accounts.put(desk, world.accounts());
            }
        }
        if (prepared.add(prefix)) {
            new WorldTopics(kafka, registry, prefix).prepare(world);
        }
    }

    private void start(ProcessSpec spec) {
        shared.add(launch(spec));
    }

    private ProcessSpec broker(int port) {
        var spec = Broker.launch(workspace, port, ports.forServer(9093), probes);
        return new ProcessSpec(
                spec.name(),
                jvm.command(spec.command()),
                spec.environment(),
                spec.isReady(),
                spec.within());
    }

    private ProcessSpec simulator(int port) {
        var arguments =
                List.of(
                        "--port",
                        Integer.toString(port),
                        "--latency",
                        GRAPH_MILLIS + "ms",
                        "--limits",
                        "off");
        return new ProcessSpec(
                "Microsoft simulator",
                jvm.program("1g", SIMULATOR, arguments),
                classPath(),
                () -> probes.answers(URI.create(simulator + "/_control")),
                StartTimeout.get());
    }

    /** This process's class path for a child, as a variable, which has no limit on its length. */
    static Map<String, String> classPath() {
        return Map.of("CLASSPATH", System.getProperty("java.class.path"));
    }

    @Override
    public void close() {
        control.close();
        probes.close();
        shared.reversed().forEach(RunningServer::close);
        workspace.close();
    }
}
