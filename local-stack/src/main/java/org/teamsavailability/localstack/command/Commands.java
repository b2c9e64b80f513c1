package org.teamsavailability.localstack.command;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.operations.ask.AskCommand;
import org.teamsavailability.operations.command.Operations;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.operations.fallbacks.FallbacksCommand;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** The one place where the commands are put together. */
public final class Commands {

    private static final String DEMO =
            "Starts everything, sends the samples and ends: exit 0 where every answer came and is"
                    + " as expected, else 1.";

    private final Map<String, String> environment;
    private final Console console;
    private final PortFile portFile;

    public Commands(
            Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
        this(environment, new Console(out, err, clock), PortFile.ofThisUser());
    }

    public Commands(Map<String, String> environment, Console console, PortFile portFile) {
        this.environment = environment;
        this.console = console;
        this.portFile = portFile;
    }

    /** Runs a command to its end; the exit code is as the help says. */
    public int run(String... arguments) {
        return quickstart().execute(arguments);
    }

    /** All commands of {@code ./quickstart}. */
    CommandLine quickstart() {
        var operator = new OperatorCommand(portFile, console);
        var running = new RunningInstallation(portFile);
        var demo = new CommandLine(stack(true));
        demo.getCommandSpec().name("demo").usageMessage().description(DEMO);
        return Operations.explained(
                new CommandLine(stack(false))
                        .addSubcommand("demo", demo)
                        .addSubcommand(new AskCommand(running, SampleDesks.load()::teams, console))
                        .addSubcommand(new FallbacksCommand(running, console))
                        .addSubcommand(new DeskCommand(operator))
                        .addSubcommand(new KeyCommand(operator))
                        .addSubcommand(new HelpCommand()),
                console);
    }

    /**
     * Sets the sample desks up elsewhere and sends the samples there; the exit code is the same.
     */
    public int samples(String... arguments) {
        return Operations.explained(
                        new CommandLine(
                                new SamplesCommand(environment, console.clock(), console.out())),
                        console)
                .execute(arguments);
    }

    private StackCommand stack(boolean demo) {
        return new StackCommand(
                demo, portFile, environment, console.clock(), console.out(), console.err());
    }
}
