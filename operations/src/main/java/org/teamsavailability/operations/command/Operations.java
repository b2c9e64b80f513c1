package org.teamsavailability.operations.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.teamsavailability.commandline.CommandLines;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.ask.AskCommand;
import org.teamsavailability.operations.ask.RotaNames;
import org.teamsavailability.operations.console.BadInput;
import org.teamsavailability.operations.console.CommandFailed;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.operations.console.ExitCodes;
import org.teamsavailability.operations.deadletters.DeadLettersCommand;
import org.teamsavailability.operations.fallbacks.FallbacksCommand;
import org.teamsavailability.operations.state.ResetStateCommand;
import org.teamsavailability.operations.topics.TopicsCommand;
import org.teamsavailability.operations.trace.TraceCommand;
import picocli.CommandLine;

/**
 * The commands of an installation. Results go to standard output, and what went wrong, in one
 * sentence, to standard error. Exit codes: {@link ExitCodes}.
 */
public final class Operations {

    private Operations() {}

    /** Adds all of them; the installation is looked up only when one runs. */
    public static CommandLine in(CommandLine program, Supplier<Access> access, Console console) {
        return explained(
                program.addSubcommand(new TopicsCommand(access, console))
                        .addSubcommand(new DeadLettersCommand(access, console))
                        .addSubcommand(new FallbacksCommand(access, console))
                        .addSubcommand(new TraceCommand(access, console))
                        .addSubcommand(new AskCommand(access, RotaNames.none(), console))
                        .addSubcommand(new ResetStateCommand(access, console)),
                console);
    }

    /** Has a program say in one line what is wrong, with its arguments or with the world. */
    public static CommandLine explained(CommandLine program, Console console) {
        return CommandLines.conventional(program)
                .setOut(new PrintWriter(console.out(), true, UTF_8))
                .setErr(new PrintWriter(console.err(), true, UTF_8))
                .setExecutionExceptionHandler((e, _, _) -> explain(e, console));
    }

    private static int explain(Exception failure, Console console) {
        console.err().println(Causes.of(failure));
        return switch (failure) {
            case BadInput _ -> ExitCodes.WRONG_ARGUMENTS;
            case CommandFailed failed -> failed.exitCode();
            default -> ExitCodes.FAILED;
        };
    }
}
