package org.teamsavailability.benchmarks.row;

import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.Generator;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;
import org.teamsavailability.benchmarks.world.World;

/** B7: how soon the enricher answers again after {@code kill -9}. */
final class Restart implements Row {

    private static final World MANY = new World("many", 50, 2_400);
    private static final World A_MILLION = new World("million", 50, 20_000);

    @Override
    public String id() {
        return "B7";
    }

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public String work() {
        return "120,000 and 1,000,000 mappings, kill -9, its state kept or wiped: the time until"
                + " it is ready, and from there to the first answer";
    }

    @Override
    public List<Trial> trials(Scale scale) {
        var trials = new ArrayList<Trial>();
        trials.add(trial(MANY, "120,000 mappings, state kept", false));
        trials.add(trial(MANY, "120,000 mappings, state wiped", true));
        if (!scale.quick()) {
            trials.add(trial(A_MILLION, "1,000,000 mappings, state kept", false));
            trials.add(trial(A_MILLION, "1,000,000 mappings, state wiped", true));
        }
        return trials;
    }

    private static Trial trial(World world, String variant, boolean wiped) {
        return new Trial(Arm.OURS, variant, bench -> measure(bench, world, wiped));
    }

    private static Figures measure(Bench bench, World full, boolean wiped)
            throws InterruptedException {
        var world = bench.scale().world(full);
        var load = Load.of(world, 1, 1, bench.scale().window());
        try (var process = bench.arm(Arm.OURS, world, ArmOptions.USUAL)) {
            process.start();
            var generator = new Generator(bench.servers(), process);
            generator.ask(load);
            process.kill();
            if (wiped) {
                process.wipe();
            }
            var ready = process.start();
            var first = generator.ask(load);
            return new Figures()
                    .with(Figure.READY, ready.toMillis() / 1000.0)
                    .with(Figure.FIRST_ANSWER, first.toMillis());
        }
    }
}
