package org.teamsavailability.benchmarks.load;

import java.time.Duration;
import java.util.List;
import org.teamsavailability.benchmarks.load.LoadResult.Usage;
import org.teamsavailability.benchmarks.server.ArmProcess;
import org.teamsavailability.benchmarks.world.GraphCalls;
import org.teamsavailability.benchmarks.world.SimulatorControl;

/**
 * Reads what an arm and the route to it have used, at the start and at the end of the time that
 * counts.
 */
final class UsageMeter {

    private final ArmProcess arm;
    private final Route route;
    private final SimulatorControl control;
    private final Recording recording;
    private Snapshot before =
            new Snapshot(Duration.ZERO, Duration.ZERO, new GraphCalls(0, 0, 0), 0);
    private Snapshot after = before;

    UsageMeter(ArmProcess arm, Route route, SimulatorControl control, Recording recording) {
        this.arm = arm;
        this.route = route;
        this.control = control;
        this.recording = recording;
    }

    /** What has to be done during the run. */
    List<Load.Action> actions(Window window) {
        return List.of(
                new Load.Action(window.warmUp(), this::start),
                new Load.Action(window.end(), this::end));
    }

    /** What was used between both. */
    synchronized Usage usage(Duration behind) {
        return new Usage(
                after.cpu.minus(before.cpu),
                after.routeCpu.minus(before.routeCpu),
                after.calls.since(before.calls),
                after.answers - before.answers,
                behind);
    }

    private synchronized void start() {
        before = snapshot();
    }

    private synchronized void end() {
        after = snapshot();
    }

    private Snapshot snapshot() {
        return new Snapshot(arm.cpu(), route.cpu(), control.calls(), recording.answered());
    }

    private record Snapshot(Duration cpu, Duration routeCpu, GraphCalls calls, int answers) {}
}
