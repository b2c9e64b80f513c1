package org.teamsavailability.localstack.command;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.server.LocalStack;
import org.teamsavailability.localstack.server.SlowServerException;
import org.teamsavailability.servers.process.ServerFailedException;
import org.teamsavailability.servers.process.ServerFailedException.Kind;
import org.teamsavailability.servers.process.StartTimeout;

/** Says why a stack failed: which server, what happened to it, and where its logs are now. */
final class StackFailure {

    private static final String VARIABLE = "QUICKSTART_PATIENCE";

    private final Path logs;
    private final PrintStream err;

    /**
     * @param logs where the logs are kept when the stack is gone
     */
    StackFailure(Path logs, PrintStream err) {
        this.logs = logs;
        this.err = err;
    }

    /** Says it, while the stack's logs are there. */
    void explain(RuntimeException failure, @Nullable LocalStack stack) {
        err.println();
        err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        if (isSlowness(failure)) {
            err.printf(
                    "This machine may be slow or busy. Give every step more time, in seconds:%n"
                            + "  %s=%d ./quickstart%n",
                    VARIABLE, 3 * StartTimeout.get().toSeconds());
        }
        if (stack != null) {
            keepLogs(stack);
        }
    }

    private static boolean isSlowness(RuntimeException failure) {
        return failure instanceof SlowServerException
                || (failure instanceof ServerFailedException server && server.kind() == Kind.SLOW);
    }

    private void keepLogs(LocalStack stack) {
        try {
            stack.copyLogs(logs);
            err.println("The logs of all servers are in " + logs);
        } catch (UncheckedIOException e) {
            err.println(e.getMessage());
        }
    }
}
