package org.teamsavailability.localstack.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.localstack.server.Installation;
import org.teamsavailability.localstack.server.MappingService;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.operations.console.ExitCodes;
import org.teamsavailability.servers.process.InheritedEnvironment;

/** The operator's commands of the mapping-service, for the stack that is up. */
final class OperatorCommand {

    private final PortFile portFile;
    private final Console console;

    OperatorCommand(PortFile portFile, Console console) {
        this.portFile = portFile;
        this.console = console;
    }

    /** Runs one of them and returns its exit code. */
    int run(String... arguments) {
        var database = portFile.read().map(stack -> String.valueOf(stack.database()));
        if (database.isEmpty()) {
            throw RunningInstallation.missing();
        }
        var command = new ArrayList<>(MappingService.command(Installation.ofThisProcess()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        InheritedEnvironment.clean(builder.environment());
        builder.environment().putAll(MappingService.database(database.get()));
        try {
            var process = builder.start();
            // at the same time: a full pipe would stop the command
            var errors =
                    Thread.ofVirtual()
                            .start(() -> forward(process.errorReader(UTF_8), console.err()));
            forward(process.inputReader(UTF_8), console.out());
            errors.join();
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("The command could not be started", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ExitCodes.FAILED;
        }
    }

    /** All but what the JVM says of its options. */
    private static void forward(BufferedReader from, PrintStream to) {
        from.lines().filter(line -> !line.contains("Picked up ")).forEach(to::println);
    }
}
