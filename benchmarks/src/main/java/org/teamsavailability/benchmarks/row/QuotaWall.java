package org.teamsavailability.benchmarks.row;

import java.util.List;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.Generator;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.load.Window;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;

/** B2: how many answers a second one desk gets within Microsoft's limits. */
final class QuotaWall implements Row {

    /** Two of Microsoft's windows of 30 s, after one in which the limit is used up. */
    private static final Window WINDOWS = Window.ofSeconds(30, 60);

    @Override
    public String id() {
        return "B2";
    }

    @Override
    public String name() {
        return "quota-wall";
    }

    @Override
    public String work() {
        return "One desk, Microsoft's limits enforced: 1,500 presence calls in 30 s. The peers are"
                + " offered what the limits allow them (45/s) and twice that; the arms with our"
                + " gateway 1,000/s and more";
    }

    @Override
    public List<Trial> trials(Scale scale) {
        return List.of(
                trial(Arm.OURS, 1_000),
                trial(Arm.OURS, 1_500),
                trial(Arm.OURS, 2_000),
                trial(Arm.PEER_WITH_GATEWAY, 1_000),
                trial(Arm.PARALLEL_100, 45),
                trial(Arm.PARALLEL_100, 90),
                trial(Arm.PARALLEL_1000, 45),
                trial(Arm.PARALLEL_1000, 90),
                trial(Arm.NAIVE, 35));
    }

    private static Trial trial(Arm arm, double rate) {
        return new Trial(
                arm, "%,.0f/s offered".formatted(rate), bench -> measure(bench, arm, rate));
    }

    private static Figures measure(Bench bench, Arm arm, double rate) throws InterruptedException {
        var scale = bench.scale();
        var world = scale.usual();
        var window = scale.quick() ? scale.window() : WINDOWS;
        var control = bench.servers().control();
        try (var process = bench.arm(arm, world, ArmOptions.USUAL)) {
            process.start();
            control.reset();
            control.enforceLimits(true);
            var load = Load.of(world, 1, scale.rate(rate, 10), window);
            return Bench.figures(new Generator(bench.servers(), process).offer(load));
        } finally {
            control.enforceLimits(false);
        }
    }
}
