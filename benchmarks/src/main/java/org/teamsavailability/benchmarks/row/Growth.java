package org.teamsavailability.benchmarks.row;

import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.load.RequestContent;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;
import org.teamsavailability.benchmarks.world.World;

/** B9: what an answer costs with more candidates, technicians and desks. */
final class Growth implements Row {

    private static final double RATE = 60;

    @Override
    public String id() {
        return "B9";
    }

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String work() {
        return "60 requests/s with 5 to 500 candidates, 1,000 to 1,000,000 technicians, 10 to"
                + " 10,000 desks, one of them grown at a time";
    }

    @Override
    public List<Trial> trials(Scale scale) {
        var trials = new ArrayList<Trial>();
        var candidates = new World("candidates", 10, 600);
        for (int number : new int[] {5, 20, 100, 500}) {
            trials.add(trial("%,d candidates".formatted(number), candidates, number));
        }
        for (int perDesk : new int[] {100, 10_000, 100_000}) {
            trials.add(
                    trial(
                            "%,d technicians".formatted(10 * perDesk),
                            new World("technicians" + perDesk, 10, perDesk),
                            20));
        }
        for (int desks : new int[] {10, 1_000, 10_000}) {
            trials.add(
                    trial("%,d desks".formatted(desks), new World("desks" + desks, desks, 20), 20));
        }
        return scale.quick() ? List.of(trials.getFirst(), trials.getLast()) : trials;
    }

    private static Trial trial(String variant, World world, int candidates) {
        return new Trial(Arm.OURS, variant, bench -> measure(bench, world, candidates));
    }

    private static Figures measure(Bench bench, World full, int candidates)
            throws InterruptedException {
        var scale = bench.scale();
        var world = scale.world(full);
        var load =
                Load.of(world, world.desks(), scale.rate(RATE, 10), scale.window())
                        .with(RequestContent.of(candidates));
        return Bench.figures(bench.offer(Arm.OURS, ArmOptions.USUAL, load));
    }
}
