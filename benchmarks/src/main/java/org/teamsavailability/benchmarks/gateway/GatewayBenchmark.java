package org.teamsavailability.benchmarks.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.enricher.teams.batching.BatchingGateway;
import org.teamsavailability.enricher.teams.batching.GatewaySettings;
import org.teamsavailability.enricher.teams.batching.Scheduler;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.telemetry.Telemetry;

/** What a read of one account costs in the gateway, with a Graph that answers from memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GatewayBenchmark {

    /** How many reads join a call. */
    private static final int JOINS = 100;

    private static final MicrosoftTenant TENANT =
            new MicrosoftTenant(MicrosoftCloud.GLOBAL, new UUID(1, 1));
    private static final List<UUID> ACCOUNT = List.of(new UUID(2, 2));

    private final Instant deadline = Instant.now().plus(Duration.ofDays(1));
    private final ScheduledThreadPoolExecutor alarms = alarms();
    private final HeldGraph held = new HeldGraph(true);
    private final TeamsGateway remembering = gateway(new HeldGraph(false), Duration.ofMinutes(1));
    private final TeamsGateway forgetting = gateway(new HeldGraph(false), Duration.ZERO);
    private final TeamsGateway waiting = gateway(held, Duration.ZERO);

    /** The presence is known and young enough. */
    @Benchmark
    public TeamsRead<UUID, PresenceSignal> hit() {
        return settled(read(remembering));
    }

    /** A call of its own, which Graph answers at once. */
    @Benchmark
    public TeamsRead<UUID, PresenceSignal> miss() {
        return settled(read(forgetting));
    }

    /** One of {@value #JOINS} reads that share the call of the first. */
    @Benchmark
    @OperationsPerInvocation(JOINS)
    public TeamsRead<UUID, PresenceSignal> join() {
        var last = read(waiting);
        for (int i = 1; i < JOINS; i++) {
            last = read(waiting);
        }
        held.release();
        return settled(last);
    }

    @TearDown
    public void close() {
        alarms.shutdownNow();
    }

    private TeamsRead<UUID, PresenceSignal> read(TeamsGateway gateway) {
        return gateway.presence(TENANT, ACCOUNT, deadline, Priority.NOW);
    }

    private static <V> TeamsRead<UUID, V> settled(TeamsRead<UUID, V> read) {
        read.settled().toCompletableFuture().join();
        return read;
    }

    private TeamsGateway gateway(HeldGraph graph, Duration age) {
        var usual = GatewaySettings.defaults();
        return new BatchingGateway(
                graph,
                new GatewaySettings(
                        new GatewaySettings.Ages(
                                age,
                                usual.ages().rota(),
                                usual.ages().schedule(),
                                usual.ages().badId()),
                        new GatewaySettings.Calls(
                                Duration.ZERO, 4, 4, 30, 4, true, Duration.ofSeconds(5)),
                        usual.retries(),
                        usual.memory()),
                Clock.systemUTC(),
                Scheduler.on(alarms),
                new Random(1),
                Telemetry.none());
    }

    private static ScheduledThreadPoolExecutor alarms() {
        var executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("gateway-alarms").daemon().factory());
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
