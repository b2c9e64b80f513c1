package org.teamsavailability.benchmarks.row;

import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.load.Window;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;
import org.teamsavailability.benchmarks.server.Servers;

/** B3: how much time an arm adds to Graph's, and how much it needs where nothing is to be read. */
final class LatencyFloor implements Row {

    private static final int DESKS = 8;

    @Override
    public String id() {
        return "B3";
    }

    @Override
    public String name() {
        return "latency-floor";
    }

    @Override
    public String work() {
        return "8 desks at 1, 10 and 100 requests/s with nothing cached: the time above Graph's"
                + " 200 ms. At 100 and 300/s with presences up to 5 s old: the whole time";
    }

    @Override
    public List<Trial> trials(Scale scale) {
        var trials = new ArrayList<Trial>();
        for (double rate : new double[] {1, 10, 100}) {
            trials.add(uncached(Arm.OURS, rate));
            trials.add(uncached(Arm.PARALLEL_100, rate));
        }
        trials.add(uncached(Arm.NAIVE, 10));
        for (double rate : new double[] {100, 300}) {
            trials.add(cached(Arm.OURS, rate));
        }
        trials.add(cached(Arm.PASS_THROUGH, 100));
        return trials;
    }

    private static Trial uncached(Arm arm, double rate) {
        return new Trial(
                arm,
                "nothing cached, %.0f/s".formatted(rate),
                bench -> measure(bench, arm, rate, ArmOptions.NOTHING_CACHED));
    }

    private static Trial cached(Arm arm, double rate) {
        return new Trial(
                arm,
                "cached, %.0f/s".formatted(rate),
                bench -> measure(bench, arm, rate, ArmOptions.USUAL));
    }

    private static Figures measure(Bench bench, Arm arm, double rate, ArmOptions options)
            throws InterruptedException {
        var scale = bench.scale();
        var load = Load.of(scale.usual(), DESKS, scale.rate(rate, 10), window(scale, rate));
        var result = bench.offer(arm, options, load);
        var figures = Bench.figures(result);
        if (options.equals(ArmOptions.NOTHING_CACHED)) {
            var all = result.all();
            figures.with(Figure.P50_ABOVE_GRAPH, all.millis(50) - Servers.GRAPH_MILLIS)
                    .with(Figure.P99_ABOVE_GRAPH, all.millis(99) - Servers.GRAPH_MILLIS);
        }
        return figures;
    }

    /** At one request a second, a hundred of them are needed for a p99. */
    private static Window window(Scale scale, double rate) {
        return scale.quick() || rate >= 10 ? scale.window() : Window.ofSeconds(15, 100);
    }
}
