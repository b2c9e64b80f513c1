package org.teamsavailability.localstack.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.operations.ask.AskCommand;
import org.teamsavailability.operations.command.Operations;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.operations.console.ExitCodes;
import org.teamsavailability.operations.fallbacks.FallbacksCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one place where the commands are put together. */
public final class Commands {

    private final Map<String, String> environment;
    private final Console console;
    private final PortFile portFile;

    public Commands(
            Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
        this(environment, new Console(out, err, clock), PortFile.ofThisUser());
    }

    Commands(Map<String, String> environment, Console console, PortFile portFile) {
        this.environment = environment;
        this.console = console;
        this.portFile = portFile;
    }

    /** Runs a command to its end; the exit code is as {@code help.txt} says. */
    public int run(String... arguments) {
        var operator = new OperatorCommand(portFile);
        var running = new RunningInstallation(portFile);
        return Operations.explained(
                        new CommandLine(stack(false))
                                .addSubcommand("demo", stack(true))
                                .addSubcommand(
                                        new AskCommand(running, SampleDesks.load()::teams, console))
                                .addSubcommand(new FallbacksCommand(running, console))
                                .addSubcommand("desk", new DeskCommand(operator))
                                .addSubcommand("key", new KeyCommand(operator))
                                .addSubcommand("help", new HelpCommand(console.out())),
                        console,
                        "./quickstart help says what is allowed")
                .execute(arguments);
    }

    /**
     * Sets the sample desks up elsewhere and sends the samples there; the exit code is the same.
     */
    public int samples(String... arguments) {
        return Operations.explained(
                        new CommandLine(
                                new SamplesCommand(environment, console.clock(), console.out())),
                        console,
                        "it takes none")
                .execute(arguments);
    }

    private StackCommand stack(boolean demo) {
        return new StackCommand(
                demo, portFile, environment, console.clock(), console.out(), console.err());
    }

    @Command(name = "help")
    private record HelpCommand(PrintStream out) implements Callable<Integer> {

        @Override
        public Integer call() {
            try (var text = Commands.class.getResourceAsStream("help.txt")) {
                if (text != null) {
                    out.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
                }
                return ExitCodes.DONE;
            } catch (IOException e) {
                throw new UncheckedIOException("help.txt cannot be read", e);
            }
        }
    }
}
