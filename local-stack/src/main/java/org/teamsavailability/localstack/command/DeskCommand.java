package org.teamsavailability.localstack.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code desk}: makes a service desk and prints its first API key. */
@Command(
        name = "desk",
        description = "Makes a service desk in the stack that is up and prints its first API key.")
final class DeskCommand implements Callable<Integer> {

    private final OperatorCommand operator;

    @Option(names = "--id", required = true, paramLabel = "DESK", description = "its id")
    private String id = "";

    DeskCommand(OperatorCommand operator) {
        this.operator = operator;
    }

    @Override
    public Integer call() {
        return operator.run("create-desk", "--id", id);
    }
}
