package org.teamsavailability.benchmarks.row;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.Generator;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.load.LoadResult;
import org.teamsavailability.benchmarks.load.Statuses;
import org.teamsavailability.benchmarks.load.Window;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;
import org.teamsavailability.benchmarks.server.ArmProcess;
import org.teamsavailability.benchmarks.server.MappingProcess;

/**
 * Sends more calls over HTTP than may wait, before Graph has answered the first. Nothing is cached,
 * so every call waits for Graph; {@code respondBy} leaves it the time.
 */
final class WaitingAtOnce implements Trial.Measure {

    private static final double CALLS_PER_SECOND = 600;
    private static final Duration SENT_WITHIN = Duration.ofMillis(3_500);
    private static final Duration SLOWER = Duration.ofSeconds(4);
    private static final Duration RESPOND_BY = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    @Override
    public Figures on(Bench bench) throws InterruptedException {
        var scale = bench.scale();
        var world = scale.usual();
        try (var process = bench.arm(Arm.OURS, world, ArmOptions.NOTHING_CACHED)) {
            process.start();
            try (var service = bench.mappingService(process, world)) {
                service.start();
                var generator = new Generator(bench.servers(), process, service);
                generator.offer(Load.of(world, world.desks(), scale.rate(100, 10), scale.window()));
                bench.servers().control().slow(slower(scale));
                return flood(generator, scale, process, service);
            } finally {
                bench.servers().control().clearFaults();
            }
        }
    }

    private static Figures flood(
            Generator generator, Scale scale, ArmProcess process, MappingProcess service)
            throws InterruptedException {
        var most = new AtomicInteger();
        var load = watched(calls(scale), scale, service, most);
        var arm = process.cpu();
        var http = service.cpu();
        var result = generator.offer(load);
        return OverHttp.responses(new Figures(), result)
                .with(Figure.WAITING, most.get())
                .with(Figure.CPU, perThousand(process.cpu().minus(arm), result))
                .with(Figure.HTTP_CPU, perThousand(service.cpu().minus(http), result))
                .with(Figure.BEHIND, result.behind().toMillis());
    }

    private static Load calls(Scale scale) {
        var world = scale.usual();
        var window = new Window(Duration.ZERO, scale.time(SENT_WITHIN, Duration.ofMillis(500)));
        var load =
                Load.of(world, world.desks(), scale.rate(CALLS_PER_SECOND, 40), window).unprobed();
        return load.with(load.content().within(RESPOND_BY));
    }

    /** Looks until the first calls must have been answered. */
    private static Load watched(
            Load calls, Scale scale, MappingProcess service, AtomicInteger most) {
        var load = calls;
        var end = calls.window().end().plus(slower(scale));
        for (var at = LOOK_EVERY; at.compareTo(end) < 0; at = at.plus(LOOK_EVERY)) {
            load = load.doing(at, () -> most.accumulateAndGet(service.waiting(), Math::max));
        }
        return load;
    }

    private static Duration slower(Scale scale) {
        return scale.time(SLOWER, Duration.ofSeconds(1));
    }

    private static double perThousand(Duration cpu, LoadResult result) {
        int answers = result.statuses().of(Statuses.ANSWERED);
        return answers == 0 ? 0 : cpu.toNanos() / 1e6 / answers;
    }
}
