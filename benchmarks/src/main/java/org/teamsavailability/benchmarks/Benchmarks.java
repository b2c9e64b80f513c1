package org.teamsavailability.benchmarks;

import org.teamsavailability.benchmarks.command.BenchmarksCommand;

/** The program: see {@code ./benchmarks/run --help}. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Ends with the exit code of the command. */
    public static void main(String[] arguments) {
        System.exit(BenchmarksCommand.program().execute(arguments));
    }
}
