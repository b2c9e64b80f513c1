package org.teamsavailability.benchmarks.row;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.DeskMix;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;

/** B4: how many calls of Graph an answer costs. */
final class CallsPerAnswer implements Row {

    private static final double EXPONENT = 1.1;
    private static final double RATE = 200;

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
                + " old. The peers need one call for each answer";
    }

    @Override
    public List<Trial> trials(Scale scale) {
        return IntStream.of(0, 1, 5)
                .mapToObj(age ->
                        new Trial(
                                Arm.OURS,
                                "age limit %d s".formatted(age),
                                bench -> measure(bench, Duration.ofSeconds(age))))
                .toList();
    }

    private static Figures measure(Bench bench, Duration age) throws InterruptedException {
        var scale = bench.scale();
        var world = scale.usual();
        var load =
                Load.of(world, world.desks(), scale.rate(RATE, 20), scale.window())
                        .with(DeskMix.zipf(world.desks(), EXPONENT));
        return Bench.figures(bench.offer(Arm.OURS, new ArmOptions(age), load));
    }
}
