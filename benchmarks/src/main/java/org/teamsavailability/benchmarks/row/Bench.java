package org.teamsavailability.benchmarks.row;

import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.Generator;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.load.LoadResult;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;
import org.teamsavailability.benchmarks.server.ArmProcess;
import org.teamsavailability.benchmarks.server.MappingProcess;
import org.teamsavailability.benchmarks.server.Servers;
import org.teamsavailability.benchmarks.world.World;

/** What a trial has at hand: the servers of the run. */
public final class Bench {

    private final Servers servers;
    private final Scale scale;

    public Bench(Servers servers, Scale scale) {
        this.servers = servers;
        this.scale = scale;
    }

    Scale scale() {
        return scale;
    }

    Servers servers() {
        return servers;
    }

    /** An arm that is not started yet. */
    ArmProcess arm(Arm arm, World world, ArmOptions options) {
        return new ArmProcess(servers, arm, world, options);
    }

    /** The way in over HTTP to an arm that is started; not started yet itself. */
    MappingProcess mappingService(ArmProcess arm, World world) {
        return new MappingProcess(servers, arm, world);
    }

    /** Starts an arm, offers it a load and stops it. */
    LoadResult offer(Arm arm, ArmOptions options, Load load) throws InterruptedException {
        try (var process = arm(arm, load.world(), options)) {
            process.start();
            return new Generator(servers, process).offer(load);
        }
    }

    /** What most rows say of a load. */
    static Figures figures(LoadResult result) {
        var good = result.good();
        return new Figures()
                .with(Figure.ON_TIME, result.onTimePerSecond())
                .with(Figure.NOT_ON_TIME, result.offered() - result.onTime())
                .with(Figure.P50, good.millis(50))
                .with(Figure.P99, good.millis(99))
                .with(Figure.P999, good.millis(99.9))
                .with(Figure.CPU, result.cpuPerThousand())
                .with(Figure.CALLS, result.callsPerAnswer())
                .with(Figure.THROTTLED, result.calls().throttled())
                .with(Figure.DUPLICATES, result.duplicates())
                .with(Figure.BEHIND, result.behind().toMillis());
    }
}
