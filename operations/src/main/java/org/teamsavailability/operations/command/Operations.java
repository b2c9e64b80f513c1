package org.teamsavailability.operations.command;

import java.util.TreeSet;
import java.util.function.Supplier;
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
import org.teamsavailability.operations.topics.CreateTopicsCommand;
import org.teamsavailability.operations.topics.TopicsCommand;
import org.teamsavailability.operations.trace.TraceCommand;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
                        .addSubcommand(new CreateTopicsCommand(access, console))
                        .addSubcommand(new DeadLettersCommand(access, console))
                        .addSubcommand(new FallbacksCommand(access, console))
                        .addSubcommand(new TraceCommand(access, console))
                        .addSubcommand(new AskCommand(access, RotaNames.none(), console))
                        .addSubcommand(new ResetStateCommand(access, console)),
                console,
                "`help` says what is allowed");
    }

    /**
     * Has a program say in one line what is wrong, with its arguments or with the world.
     *
     * @param help where it is said what is allowed
     */
    public static CommandLine explained(CommandLine program, Console console, String help) {
        return program.setParameterExceptionHandler((e, _) -> refuse(e, console, help))
                .setExecutionExceptionHandler((e, _, _) -> explain(e, console));
    }

    private static int refuse(ParameterException wrong, Console console, String help) {
        if (wrong instanceof UnmatchedArgumentException unknown) {
            var allowed = new TreeSet<String>(wrong.getCommandLine().getSubcommands().keySet());
            allowed.addAll(wrong.getCommandLine().getCommandSpec().optionsMap().keySet());
            console.err()
                    .println(
                            "'"
                                    + unknown.getUnmatched().getFirst()
                                    + "' is not known here, allowed: "
                                    + String.join(", ", allowed));
        } else {
            console.err().println(wrong.getMessage() + "; " + help);
        }
        return ExitCodes.WRONG_ARGUMENTS;
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
