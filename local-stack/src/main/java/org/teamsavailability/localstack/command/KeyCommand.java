package org.teamsavailability.localstack.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.teamsavailability.localstack.server.Installation;
import org.teamsavailability.localstack.server.MappingService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code key}: makes an API key of a service desk, with the operator's command. */
@Command(name = "key")
final class KeyCommand implements Callable<Integer> {

    private final PortFile portFile;
    private final PrintStream err;

    @Option(names = "--desk", required = true)
    private String desk = "";

    KeyCommand(PortFile portFile, PrintStream err) {
        this.portFile = portFile;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        var running = portFile.read();
        var database = running.isEmpty() ? null : running.get().database();
        if (database == null) {
            err.println("No stack is running: start one with ./quickstart, then try again.");
            return ExitCodes.NO_STACK;
        }
        var command = new ArrayList<>(MappingService.command(Installation.ofThisProcess()));
        command.addAll(List.of("create-key", "--desk", desk, "--name", "quickstart"));
        command.addAll(List.of("--scopes", "read,write"));
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(Redirect.INHERIT)
                        .redirectError(Redirect.INHERIT);
        builder.environment().putAll(MappingService.database(database));
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("The command could not be started", e);
        }
    }
}
