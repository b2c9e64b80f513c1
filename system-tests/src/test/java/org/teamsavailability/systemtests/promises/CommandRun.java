package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.command.Operations;
import org.teamsavailability.operations.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * What a command of the operators ended with.
 *
 * @param exitCode of the process
 * @param out what it printed as its result
 * @param err what it said had gone wrong
 */
record CommandRun(int exitCode, String out, String err) {

    @Command(name = "test")
    private static final class Program {}

    /** Runs it, without a process of its own. */
    static CommandRun of(Access access, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console =
                new Console(
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        Clock.systemUTC());
        int code =
                Operations.in(new CommandLine(new Program()), () -> access, console)
                        .execute(arguments);
        return new CommandRun(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** What it printed, where nothing went wrong. */
    String success() {
        if (exitCode != 0) {
            throw new AssertionError("It ended with " + exitCode + ": " + err + out);
        }
        return out;
    }
}
