package org.teamsavailability.localstack.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.teamsavailability.localstack.server.Progress;

/** Says on the terminal how the start goes, a line a step. */
final class ProgressLines implements Progress {

    private final PrintStream out;

    ProgressLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void began(String step) {
        out.println(step + " ...");
    }

    @Override
    public void ready(String what, String where, Duration took) {
        out.printf(Locale.ROOT, "  %-22s %-46s %5.1f s%n", what, where, took.toMillis() / 1000.0);
    }
}
