package org.teamsavailability.benchmarks.row;

import java.time.Duration;
import java.util.List;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.DeskMix;
import org.teamsavailability.benchmarks.load.Generator;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;

/** B5: what the others notice of a desk that asks a hundred times as often and is throttled. */
final class NoisyDesk implements Row {

    private static final double PER_DESK = 2;
    private static final double TIMES = 100;

    @Override
    public String id() {
        return "B5";
    }

    @Override
    public String name() {
        return "noisy-desk";
    }

    @Override
    public String work() {
        return "50 desks at 2 requests/s each; then one of them at 200/s, whose tenant Graph"
                + " throttles. The figures are those of the other 49";
    }

    @Override
    public List<Trial> trials(Scale scale) {
        return List.of(
                trial(Arm.OURS, "quiet", 1),
                trial(Arm.OURS, "noisy", TIMES),
                trial(Arm.PARALLEL_100, "quiet", 1),
                trial(Arm.PARALLEL_100, "noisy", TIMES));
    }

    private static Trial trial(Arm arm, String variant, double times) {
        return new Trial(arm, variant, bench -> measure(bench, arm, times));
    }

    private static Figures measure(Bench bench, Arm arm, double times) throws InterruptedException {
        var scale = bench.scale();
        var world = scale.usual();
        var control = bench.servers().control();
        double perDesk = scale.quick() ? 0.5 : PER_DESK;
        double rate = perDesk * (world.desks() - 1 + times);
        var load =
                Load.of(world, world.desks(), rate, scale.window())
                        .with(DeskMix.noisy(world.desks(), times));
        if (times > 1) {
            load = load.doing(Duration.ZERO, () -> control.throttle(0));
        }
        try (var process = bench.arm(arm, world, ArmOptions.USUAL)) {
            process.start();
            var result = new Generator(bench.servers(), process).offer(load);
            return Bench.figures(result)
                    .with(Figure.OTHERS_P99, result.othersThanFirstDesk().millis(99))
                    .with(Figure.OTHERS_NOT_ON_TIME, result.othersNotOnTime());
        } finally {
            control.clearFaults();
        }
    }
}
