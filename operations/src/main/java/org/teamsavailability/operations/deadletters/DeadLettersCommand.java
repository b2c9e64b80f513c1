package org.teamsavailability.operations.deadletters;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.operations.console.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dead-letters}: lists them, without their values; {@code resend} sends them again. */
@Command(
        name = "dead-letters",
        description = "Lists what could not be read, on both dead-letter topics, and why.")
public final class DeadLettersCommand implements Callable<Integer> {

    private final Supplier<Access> installation;
    private final Console console;

    @Mixin private DeadLetterFilter choice = new DeadLetterFilter();

    @Option(names = "--json", description = "prints each as JSON, one a line")
    private boolean json;

    @Option(
            names = "--values",
            description = "puts the values into the JSON, as Base64; they may hold personal data")
    private boolean values;

    public DeadLettersCommand(Supplier<Access> installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        var letters =
                new DeadLetterReader(installation.get()).meant(choice, console.clock().instant());
        if (json || values) {
            letters.forEach(letter -> console.out().println(DeadLetterText.json(letter, values)));
        } else {
            DeadLetterText.table(letters).forEach(console.out()::println);
            console.out().println(letters.size() == 1 ? "1 letter" : letters.size() + " letters");
        }
        return ExitCodes.DONE;
    }

    @Command(
            name = "resend",
            description =
                    "Sends them again to the topic they came from, all or none, under their key"
                            + " and with their own headers. Without --yes it only says what it"
                            + " would do. What was sent before and is still there is left out.")
    int resend(
            @Mixin DeadLetterFilter chosen,
            @Option(names = "--all", description = "all that the other arguments leave")
                    boolean all,
            @Option(names = "--yes", description = "sends them") boolean yes) {
        return new ResendRun(installation.get(), console).run(chosen, all, yes);
    }
}
