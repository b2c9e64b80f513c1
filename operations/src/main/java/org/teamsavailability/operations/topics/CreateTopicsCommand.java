package org.teamsavailability.operations.topics;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.console.Console;
import picocli.CommandLine.Command;

/** {@code create-topics}: the short name of {@code topics create}. */
@Command(name = "create-topics", description = "The same as topics create.")
public final class CreateTopicsCommand implements Callable<Integer> {

    private final Supplier<Access> installation;
    private final Console console;

    public CreateTopicsCommand(Supplier<Access> installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        return new TopicSet(installation.get(), console).create();
    }
}
