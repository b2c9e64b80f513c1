package org.teamsavailability.simulator;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.commandline.CommandLines;
import org.teamsavailability.commandline.TimeText;
import org.teamsavailability.simulator.dataset.BadData;
import org.teamsavailability.simulator.dataset.DataFile;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.exchange.Conditions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program: its arguments, or environment variables where they are missing. */
@Command(
        name = "graph-simulator",
        description = {
            "Behaves as Microsoft's login and Graph endpoints do, until it is stopped.",
            "Variables stand for options that are not given: SIMULATOR_DATA, SIMULATOR_PORT,"
                    + " SIMULATOR_HOST, SIMULATOR_LATENCY and SIMULATOR_LIMITS.",
            "Exit codes: 1 cannot listen there, 2 wrong arguments or data."
        })
final class SimulatorCommand implements Callable<Integer> {

    private static final int CANNOT_LISTEN = 1;

    private final Map<String, String> environment;
    private final Clock clock;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "a YAML file with tenants; without it there are none")
    private @Nullable String data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "0 to 65535; 0, the default, takes a free one")
    private @Nullable String port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "where it listens; 127.0.0.1 without it")
    private @Nullable String host;

    @Option(
            names = "--latency",
            paramLabel = "DURATION",
            description = "how long each answer takes, as 200ms")
    private @Nullable String latency;

    @Option(
            names = "--limits",
            paramLabel = "on|off",
            description = "whether Microsoft's limits on calls hold; on without it")
    private @Nullable String limits;

    SimulatorCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** The program with these arguments to come. */
    static CommandLine program(Map<String, String> environment, Clock clock) {
        return CommandLines.conventional(new CommandLine(new SimulatorCommand(environment, clock)))
                .setExecutionExceptionHandler((failure, line, _) -> failed(failure, line.getErr()));
    }

    private static int failed(Exception failure, PrintWriter err) {
        err.println(failure.getMessage());
        return failure instanceof BadData ? CommandLine.ExitCode.USAGE : CANNOT_LISTEN;
    }

    /** Returns when the thread is interrupted, which nothing does in the program. */
    @Override
    public Integer call() throws InterruptedException {
        var simulator = GraphSimulator.start(dataset(), settings());
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        var out = spec.commandLine().getOut();
        for (var line :
                List.of(
                        "login    " + simulator.loginUrl(),
                        "graph    " + simulator.graphUrl(),
                        "control  " + simulator.controlUrl())) {
            out.println(line);
        }
        Thread.currentThread().join();
        return CommandLine.ExitCode.OK;
    }

    /**
     * What it knows at the start.
     *
     * @throws BadData where the file is wrong; with one line that says why
     */
    Dataset dataset() {
        var file = chosen(data, "DATA", "");
        return file.isEmpty() ? new Dataset(List.of()) : DataFile.read(Path.of(file), clock);
    }

    /**
     * How it behaves.
     *
     * @throws BadData with one line that says what is allowed
     */
    SimulatorSettings settings() {
        var conditions =
                Conditions.IDEAL
                        .withLatency(latency(chosen(latency, "LATENCY", "0s")))
                        .withLimits(limits(chosen(limits, "LIMITS", "on")));
        var settings = SimulatorSettings.defaults();
        return settings.withConditions(conditions)
                .withHost(chosen(host, "HOST", settings.host()))
                .withPort(port(chosen(port, "PORT", "0")))
                .withClock(clock);
    }

    private String chosen(@Nullable String argument, String variable, String usual) {
        return argument == null
                ? environment.getOrDefault("SIMULATOR_" + variable, usual)
                : argument;
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new BadData("--port is '" + text + "', allowed: 0 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static Duration latency(String text) {
        var latency = TimeText.duration(text);
        if (latency == null) {
            throw new BadData("--latency is '" + text + "', allowed: " + TimeText.DURATION_FORM);
        }
        return latency;
    }

    private static boolean limits(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new BadData("--limits is '" + text + "', allowed: on, off");
        };
    }
}
