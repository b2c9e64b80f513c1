package org.teamsavailability.operations.state;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.console.CommandFailed;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.operations.console.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code reset-state}: deletes the enricher's internal topics, while it is stopped. */
@Command(
        name = "reset-state",
        description =
                "Deletes the internal topics of the enricher, which creates them again when it"
                        + " starts. Every instance must be stopped. Refuses while requests wait in"
                        + " them for their answer. Without --yes it only says what it would do.")
public final class ResetStateCommand implements Callable<Integer> {

    private final Supplier<Access> installation;
    private final Console console;

    @Option(names = "--yes", description = "deletes them")
    private boolean yes;

    @Option(
            names = "--lose-requests",
            description = "also where requests wait there; these are never answered then")
    private boolean loseRequests;

    public ResetStateCommand(Supplier<Access> installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        var access = installation.get();
        try (var admin = access.admin()) {
            var state = new EnricherState(access, admin);
            var topics = state.changelogs();
            requireRest(state);
            requireNobodyWaits(state.waiting(topics));
            if (yes && !topics.isEmpty()) {
                state.delete(topics);
            }
            console.out()
                    .println((yes ? "Deleted: " : "Would be deleted with --yes: ") + text(topics));
        }
        return ExitCodes.DONE;
    }

    private static void requireRest(EnricherState state) {
        if (!state.isAtRest()) {
            throw new CommandFailed(
                    ExitCodes.FAILED,
                    "An enricher of the group %s runs, or was stopped less than 10 s ago: stop all of them and try again."
                            .formatted(state.group()));
        }
    }

    private void requireNobodyWaits(int waiting) {
        if (waiting > 0 && !loseRequests) {
            throw new CommandFailed(
                    ExitCodes.FAILED,
                    "%d requests wait for their answer: start the enricher of the release that took them until they are answered, or give --lose-requests."
                            .formatted(waiting));
        }
    }

    private static String text(List<String> topics) {
        return topics.isEmpty() ? "nothing, there are none" : String.join(", ", topics);
    }
}
