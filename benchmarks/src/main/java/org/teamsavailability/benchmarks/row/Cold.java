package org.teamsavailability.benchmarks.row;

import java.time.Duration;
import java.util.List;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.load.Window;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;

/** B11: what the first requests after a start meet. */
final class Cold implements Row {

    private static final double RATE = 200;
    private static final int DESKS = 8;

    @Override
    public String id() {
        return "B11";
    }

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public String work() {
        return "200 requests/s for 9 s from the moment at which a new process says that it is"
                + " ready";
    }

    @Override
    public List<Trial> trials(Scale scale) {
        return List.of(new Trial(Arm.OURS, "", Cold::measure));
    }

    private static Figures measure(Bench bench) throws InterruptedException {
        var scale = bench.scale();
        var time = scale.time(Duration.ofSeconds(9), Duration.ofSeconds(2));
        var load =
                Load.of(scale.usual(), DESKS, scale.rate(RATE, 10), new Window(Duration.ZERO, time))
                        .unprobed();
        var result = bench.offer(Arm.OURS, ArmOptions.USUAL, load);
        return Bench.figures(result).with(Figure.FIRST_SECOND_P99, result.firstSecond().millis(99));
    }
}
