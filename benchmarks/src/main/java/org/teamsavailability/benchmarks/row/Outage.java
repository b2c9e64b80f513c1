package org.teamsavailability.benchmarks.row;

import java.time.Duration;
import java.util.List;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.Generator;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.load.Window;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;

/** B6: whether answers keep their deadline while Graph hangs, and how soon Teams is used again. */
final class Outage implements Row {

    private static final Duration DEADLINE = Duration.ofMillis(800);
    private static final double RATE = 500;
    private static final int DESKS = 8;

    @Override
    public String id() {
        return "B6";
    }

    @Override
    public String name() {
        return "outage";
    }

    @Override
    public String work() {
        return "500 requests/s with a deadline of 800 ms while every presence call hangs for 60 s:"
                + " how far after its deadline an answer comes, and how soon all are from Teams"
                + " again";
    }

    @Override
    public List<Trial> trials(Scale scale) {
        return List.of(new Trial(Arm.OURS, "", Outage::measure));
    }

    private static Figures measure(Bench bench) throws InterruptedException {
        var scale = bench.scale();
        var world = scale.usual();
        var control = bench.servers().control();
        var warmUp = scale.window().warmUp();
        var outage = scale.time(Duration.ofSeconds(60), Duration.ofSeconds(2));
        var end = warmUp.plus(outage);
        var load =
                Load.of(world, DESKS, scale.rate(RATE, 20), new Window(warmUp, outage))
                        .continuedFor(scale.time(Duration.ofSeconds(20), Duration.ofSeconds(1)))
                        .doing(warmUp, control::hang)
                        .doing(end, control::clearFaults);
        load = load.with(load.content().within(DEADLINE));
        try (var process = bench.arm(Arm.OURS, world, ArmOptions.USUAL)) {
            process.start();
            var result = new Generator(bench.servers(), process).offer(load);
            return Bench.figures(result)
                    .with(Figure.AFTER_DEADLINE, result.all().millis(99.9) - DEADLINE.toMillis())
                    .with(Figure.NORMAL_AFTER, result.lastNotOnTimeAfter(end).toMillis() / 1000.0);
        } finally {
            control.clearFaults();
        }
    }
}
