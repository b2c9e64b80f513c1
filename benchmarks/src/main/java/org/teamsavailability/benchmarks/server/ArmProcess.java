package org.teamsavailability.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.world.World;
import org.teamsavailability.servers.process.ProcessSpec;
import org.teamsavailability.servers.process.StartTimeout;

/** One arm on one world, as a process that can be started, killed and started again. */
public final class ArmProcess implements AutoCloseable {

    private static final String HEAP = "768m";
    private static final String MAIN = "org.teamsavailability.benchmarks.Benchmarks";

    private final Servers servers;
    private final Arm arm;
    private final World world;
    private final ArmOptions options;
    private final String prefix;
    private final Path state;
    private int starts;
    private @Nullable RunningServer running;

    public ArmProcess(Servers servers, Arm arm, World world, ArmOptions options) {
        this.servers = servers;
        this.arm = arm;
        this.world = world;
        this.options = options;
        this.prefix = "%s-%s.".formatted(world.name(), arm.id());
        this.state = servers.directory().resolve("state").resolve(prefix);
    }

    public Arm arm() {
        return arm;
    }

    /** The prefix of its topics. */
    public String prefix() {
        return prefix;
    }

    /** Starts it; returns how long it took until it was ready. */
    public Duration start() {
        servers.prepare(world, prefix);
        long begin = System.nanoTime();
        running = servers.launch(arm.isEnricher() ? enricher() : peer());
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The CPU time of its process. */
    public Duration cpu() {
        return running == null ? Duration.ZERO : running.cpu();
    }

    /** Kills it as {@code kill -9} does. */
    public void kill() {
        if (running != null) {
            running.kill();
        }
    }

    /** Removes its state folder; only while it does not run. */
    public void wipe() {
        try {
            FileSystemUtils.deleteRecursively(state);
        } catch (IOException e) {
            throw new UncheckedIOException("The state cannot be removed: " + state, e);
        }
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }

    private ProcessSpec enricher() {
        int port = servers.freePort();
        var environment = ServiceEnvironment.of(servers, prefix);
        environment.put("INSTANCE_ID", "benchmark");
        environment.put("REPLICATION_FACTOR", "1");
        environment.put("MIN_INSYNC_REPLICAS", "1");
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(port));
        environment.put("STATE_DIRECTORY", state.toString());
        if (servers.quick()) {
            environment.put("TEAMSAVAILABILITY_WARMUP_REQUESTS", "0");
        }
        var readiness = URI.create("http://localhost:" + port + "/actuator/health/readiness");
        List<String> command;
        if (arm == Arm.PASS_THROUGH) {
            environment.putAll(Servers.classPath());
            command = servers.program(HEAP, MAIN, List.of("arm", arm.id()));
        } else {
            command = servers.enricher(HEAP, options.arguments());
        }
        return spec(command, environment, () -> servers.probes().answers(readiness));
    }

    private ProcessSpec peer() {
        var ready = servers.directory().resolve("%s%d.ready".formatted(prefix, ++starts));
        deleteOld(ready);
        var arguments =
                new ArrayList<>(
                        List.of(
                                "arm",
                                arm.id(),
                                "--kafka",
                                servers.kafka(),
                                "--registry",
                                servers.registry(),
                                "--simulator",
                                servers.simulator(),
                                "--prefix",
                                prefix,
                                "--group",
                                prefix + System.nanoTime(),
                                "--state",
                                state.toString(),
                                "--ready",
                                ready.toString()));
        arguments.add("--presence-age");
        arguments.add(Long.toString(options.presenceAge().toMillis()));
        return spec(
                servers.program(HEAP, MAIN, arguments),
                Servers.classPath(),
                () -> Files.exists(ready));
    }

    private ProcessSpec spec(
            List<String> command, Map<String, String> environment, BooleanSupplier isReady) {
        return new ProcessSpec(prefix + "arm", command, environment, isReady, StartTimeout.get());
    }

    private static void deleteOld(Path ready) {
        try {
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
