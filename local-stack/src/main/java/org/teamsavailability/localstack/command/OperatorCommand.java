package org.teamsavailability.localstack.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.localstack.server.Installation;
import org.teamsavailability.localstack.server.MappingService;
import org.teamsavailability.operations.console.ExitCodes;

/** The operator's commands of the mapping-service, for the stack that is up. */
final class OperatorCommand {

    private final PortFile portFile;

    OperatorCommand(PortFile portFile) {
        this.portFile = portFile;
    }

    /** Runs one of them and returns its exit code. */
    int run(String... arguments) {
        var database = portFile.read().map(stack -> String.valueOf(stack.database()));
        if (database.isEmpty()) {
            throw RunningInstallation.missing();
        }
        var command = new ArrayList<>(MappingService.command(Installation.ofThisProcess()));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(Redirect.INHERIT)
                        .redirectError(Redirect.INHERIT);
        builder.environment().putAll(MappingService.database(database.get()));
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("The command could not be started", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ExitCodes.FAILED;
        }
    }
}
