package org.teamsavailability.benchmarks.row;

import java.time.Duration;
import org.teamsavailability.benchmarks.load.Window;
import org.teamsavailability.benchmarks.world.World;

/**
 * How large a run is. A quick one proves that a row works; its figures mean nothing.
 *
 * @param quick whether it is a quick one
 */
public record Scale(boolean quick) {

    private static final Window QUICK = Window.ofSeconds(0.3, 1);

    /** The usual time to warm up and to measure. */
    Window window() {
        return quick ? QUICK : Window.ofSeconds(15, 20);
    }

    /** A step of a search, which starts on a warm arm. */
    Window step() {
        return quick ? QUICK : Window.ofSeconds(3, 8);
    }

    Duration time(Duration full, Duration quickly) {
        return quick ? quickly : full;
    }

    double rate(double full, double quickly) {
        return quick ? quickly : full;
    }

    World usual() {
        return world(World.USUAL);
    }

    World world(World full) {
        return quick
                ? new World(
                        full.name(), Math.min(full.desks(), 8), Math.min(full.technicians(), 40))
                : full;
    }
}
