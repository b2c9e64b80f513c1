package org.teamsavailability.operations.topics;

import java.util.function.Supplier;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code topics create} and {@code topics compare}. */
@Command(
        name = "topics",
        description = "Creates the topics and schemas, or compares them with their declaration.",
        synopsisSubcommandLabel = "(create | compare)")
public final class TopicsCommand implements Runnable {

    private final Supplier<Access> installation;
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create();

    public TopicsCommand(Supplier<Access> installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "topics needs one of these behind it: create, compare");
    }

    @Command(
            name = "create",
            description =
                    "Creates the topics that do not exist and registers the schemas; changes no"
                            + " topic that is there.")
    int create() {
        return new TopicSet(installation.get(), console).create();
    }

    @Command(
            name = "compare",
            description =
                    "Prints where topics, their settings or their schemas are not as declared and"
                            + " how to fix it; changes nothing. Exit 1 where something differs.")
    int compare() {
        return new TopicSet(installation.get(), console).compare();
    }
}
