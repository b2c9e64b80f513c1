package org.teamsavailability.localstack.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.teamsavailability.localstack.json.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where the commands are put together. */
public final class Commands {

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;
    private final PortFile portFile;

    public Commands(
            Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
        this(environment, clock, out, err, PortFile.ofThisUser());
    }

    Commands(
            Map<String, String> environment,
            Clock clock,
            PrintStream out,
            PrintStream err,
            PortFile portFile) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
        this.err = err;
        this.portFile = portFile;
    }

    /** Runs a command to its end; the exit code is as {@code help.txt} says. */
    public int run(String... arguments) {
        var operator = new OperatorCommand(portFile, err);
        return new CommandLine(stack(false))
                .addSubcommand("demo", stack(true))
                .addSubcommand("ask", new AskCommand(portFile, clock, out, err))
                .addSubcommand("desk", new DeskCommand(operator))
                .addSubcommand("key", new KeyCommand(operator))
                .addSubcommand("help", new HelpCommand(out))
                .setParameterExceptionHandler((e, _) -> refuse(e))
                .setExecutionExceptionHandler((e, _, _) -> explain(e))
                .execute(arguments);
    }

    /**
     * Sets the sample desks up elsewhere and sends the samples there; the exit code is the same.
     */
    public int samples(String... arguments) {
        return new CommandLine(new SamplesCommand(environment, clock, out))
                .setParameterExceptionHandler((e, _) -> refuse(e))
                .setExecutionExceptionHandler((e, _, _) -> explain(e))
                .execute(arguments);
    }

    private StackCommand stack(boolean demo) {
        return new StackCommand(demo, portFile, environment, clock, out, err);
    }

    private int refuse(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unknown) {
            var allowed = new TreeSet<String>(wrong.getCommandLine().getSubcommands().keySet());
            allowed.addAll(wrong.getCommandLine().getCommandSpec().optionsMap().keySet());
            err.println(
                    "'"
                            + unknown.getUnmatched().getFirst()
                            + "' is not known here, allowed: "
                            + String.join(", ", allowed));
        } else {
            err.println(wrong.getMessage() + "; ./quickstart help says what is allowed");
        }
        return ExitCodes.WRONG_ARGUMENTS;
    }

    private int explain(Exception failure) {
        if (failure instanceof BadInput wrong) {
            err.println(wrong.getMessage());
            return ExitCodes.WRONG_ARGUMENTS;
        }
        err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        return ExitCodes.FAILED;
    }

    @Command(name = "help")
    private record HelpCommand(PrintStream out) implements Callable<Integer> {

        @Override
        public Integer call() {
            try (var text = Commands.class.getResourceAsStream("help.txt")) {
                if (text != null) {
                    out.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
                }
                return ExitCodes.ANSWERED;
            } catch (IOException e) {
                throw new UncheckedIOException("help.txt cannot be read", e);
            }
        }
    }
}
