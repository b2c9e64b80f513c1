package org.teamsavailability.simulator;

import java.time.Clock;

/** The simulator as a program: prints where it listens and runs until it is stopped. */
public final class SimulatorMain {
    private static final String LOGGING = "logback.configurationFile";

    private SimulatorMain() {}

    /** Exits with 2 where the arguments or the data are wrong, and 1 where it cannot listen. */
    public static void main(String[] arguments) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "graph-simulator-logback.xml");
        }
        System.exit(
                SimulatorCommand.program(System.getenv(), Clock.systemUTC()).execute(arguments));
    }
}
