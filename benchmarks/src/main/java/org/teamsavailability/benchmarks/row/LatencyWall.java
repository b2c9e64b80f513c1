package org.teamsavailability.benchmarks.row;

import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.Generator;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;
import org.teamsavailability.benchmarks.server.Servers;

/** B1: how many answers a second an arm gives while Graph is slow and has no limits. */
final class LatencyWall implements Row {

    private static final int DESKS = 8;
    private static final String ROTA = "with a rota team";

    @Override
    public String id() {
        return "B1";
    }

    @Override
    public String name() {
        return "latency-wall";
    }

    @Override
    public String work() {
        return "8 desks, 20 candidates each of 400 technicians, no limits of Microsoft's: the"
                + " highest rate at which 95 % of the answers are on time, and twice that rate";
    }

    @Override
    public List<Trial> trials(Scale scale) {
        var trials = new ArrayList<Trial>();
        for (var arm : Arm.values()) {
            trials.add(new Trial(arm, "", bench -> measure(bench, arm, false)));
        }
        trials.add(new Trial(Arm.OURS, ROTA, bench -> measure(bench, Arm.OURS, true)));
        return trials;
    }

    private static Figures measure(Bench bench, Arm arm, boolean rota) throws InterruptedException {
        var scale = bench.scale();
        var world = scale.usual();
        var load = Load.of(world, DESKS, scale.rate(firstRate(arm), 10), scale.window());
        load = load.with(load.content().withRota(rota));
        try (var process = bench.arm(arm, world, ArmOptions.USUAL)) {
            process.start();
            var generator = new Generator(bench.servers(), process);
            var best = new Saturation(generator, load, scale).best();
            var figures = Bench.figures(best);
            var bound = arm.mostPerSecond(Servers.GRAPH_MILLIS);
            if (bound != null) {
                figures.with(Figure.MOST_POSSIBLE, bound);
            }
            if (arm.isEnricher()) {
                double twice = 2 * Math.max(1, best.onTimePerSecond());
                var overloaded = generator.offer(load.at(twice, scale.step()));
                figures.with(Figure.ON_TIME_AT_TWICE, overloaded.onTimePerSecond());
            }
            return figures;
        }
    }

    /** Half of what the arm's concurrency allows, or what a slow machine manages. */
    private static double firstRate(Arm arm) {
        return switch (arm) {
            case NAIVE -> 20;
            case PARALLEL_100 -> 200;
            case PARALLEL_1000, PEER_WITH_GATEWAY, OURS -> 600;
            case PASS_THROUGH -> 1_000;
        };
    }
}
