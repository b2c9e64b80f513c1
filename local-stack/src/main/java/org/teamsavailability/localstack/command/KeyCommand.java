package org.teamsavailability.localstack.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code key}: prints a new API key of a service desk, with all scopes. */
@Command(
        name = "key",
        description = "Prints another API key of a service desk of the stack that is up.")
final class KeyCommand implements Callable<Integer> {

    private final OperatorCommand operator;

    @Option(
            names = "--desk",
            required = true,
            paramLabel = "DESK",
            description = "the service desk, such as northwind")
    private String desk = "";

    KeyCommand(OperatorCommand operator) {
        this.operator = operator;
    }

    @Override
    public Integer call() {
        return operator.run(
                "create-key", "--desk", desk, "--name", "quickstart", "--scopes", "read,write,ask");
    }
}
