package org.teamsavailability.benchmarks.row;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.DeskMix;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.load.Window;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;

/** B4: how many calls of Graph an answer costs. */
final class CallsPerAnswer implements Row {

    private static final double EXPONENT = 1.1;
    private static final double RATE = 200;
    private static final Duration LONGER = Duration.ofMinutes(10);

    /** Until then a desk that seldom asks has asked for nearly all of its technicians. */
    private static final Window LONG_WARM_UP = Window.ofSeconds(120, 20);

    @Override
    public String id() {
        return "B4";
    }

    @Override
    public String name() {
        return "calls-per-answer";
    }

    @Override
    public String work() {
        return "50 desks that ask by Zipf's law (1.1), 200 requests/s, presences up to 0, 1 and 5 s"
                + " old. Calls read along whom requests asked for within the age limit, and in two"
                + " trials within 10 min. The peers need one call for each answer";
    }

    @Override
    public List<Trial> trials(Scale scale) {
        var trials = new ArrayList<Trial>();
        for (int age : new int[] {0, 1, 5}) {
            var options = new ArmOptions(Duration.ofSeconds(age));
            trials.add(trial("age limit %d s".formatted(age), options, scale.window()));
            if (age > 0) {
                trials.add(
                        trial(
                                "age limit %d s, asked within 10 min".formatted(age),
                                options.askedWithin(LONGER),
                                scale.quick() ? scale.window() : LONG_WARM_UP));
            }
        }
        return trials;
    }

    private static Trial trial(String variant, ArmOptions options, Window window) {
        return new Trial(Arm.OURS, variant, bench -> measure(bench, options, window));
    }

    private static Figures measure(Bench bench, ArmOptions options, Window window)
            throws InterruptedException {
        var scale = bench.scale();
        var world = scale.usual();
        var load =
                Load.of(world, world.desks(), scale.rate(RATE, 20), window)
                        .with(DeskMix.zipf(world.desks(), EXPONENT));
        return Bench.figures(bench.offer(Arm.OURS, options, load));
    }
}
