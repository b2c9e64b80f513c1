package org.teamsavailability.simulator;

import java.time.Clock;
import java.util.List;
import org.teamsavailability.simulator.dataset.BadData;

/** The simulator as a program: prints where it listens and runs until it is stopped. */
public final class SimulatorMain {
    private static final String LOGGING = "logback.configurationFile";

    private SimulatorMain() {}

    /** Exits with 2 where the arguments or the data are wrong, and 1 where it cannot listen. */
    public static void main(String[] arguments) throws InterruptedException {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "graph-simulator-logback.xml");
        }
        try {
            var line = CommandLine.read(List.of(arguments), System.getenv(), Clock.systemUTC());
            var simulator = GraphSimulator.start(line.dataset(), line.settings());
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            System.out.println("login    " + simulator.loginUrl());
            System.out.println("graph    " + simulator.graphUrl());
            System.out.println("control  " + simulator.controlUrl());
            Thread.currentThread().join();
        } catch (BadData e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
