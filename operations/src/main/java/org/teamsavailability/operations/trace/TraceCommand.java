package org.teamsavailability.operations.trace;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.operations.console.ExitCodes;
import org.teamsavailability.operations.console.PastInstant;
import org.teamsavailability.operations.state.EnricherState;
import org.teamsavailability.operations.trace.RequestHistory.Standing;
import org.teamsavailability.operations.trace.Search.Wanted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace}: finds a request over the topics and says where it stands. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = {
            "Finds a request over the topics and says where it stands: requested, waiting,"
                    + " answered or a dead letter. Prints ids, times and counts, no texts.",
            "Ends with 0 if every record of the request was answered, and with 1 if one was not,"
                    + " or if there is none."
        })
public final class TraceCommand implements Callable<Integer> {

    /** A younger request may have been seen in the middle of the transaction that moves it on. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final Supplier<Access> installation;
    private final Console console;

    @Parameters(paramLabel = "REQUEST_ID", description = "the requestId of the request")
    private String requestId = "";

    @Option(
            names = "--desk",
            paramLabel = "ID",
            description = "only this service desk's; reads one partition in twelve")
    private @Nullable String desk;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            defaultValue = "1h",
            description =
                    "searches from then on: a duration ago, as 2h, or an instant; default:"
                            + " ${DEFAULT-VALUE}")
    private String since = "1h";

    @Option(names = "--json", description = "prints one JSON object")
    private boolean json;

    public TraceCommand(Supplier<Access> installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        var now = console.clock().instant();
        var wanted = new Wanted(requestId, desk, PastInstant.of("--since", since, now));
        var histories = histories(wanted);
        if (json) {
            console.out().println(TraceJson.of(wanted, histories));
        } else {
            new TraceText(wanted, now).of(histories).forEach(console.out()::println);
        }
        return isAnswered(histories) ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private List<RequestHistory> histories(Wanted wanted) {
        var access = installation.get();
        try (var serdes = access.serdes();
                var admin = access.admin()) {
            var search = new Search(access, serdes, new EnricherState(access, admin), wanted);
            var histories = RequestHistories.of(search.run());
            // the parts of one transaction become visible one after the other: look once more
            return histories.stream().anyMatch(this::isFresh)
                    ? RequestHistories.of(search.run())
                    : histories;
        }
    }

    private boolean isFresh(RequestHistory history) {
        return history.standing() instanceof Standing.Unexplained
                && history.requested() != null
                && history.requested().at().isAfter(console.clock().instant().minus(YOUNG));
    }

    private static boolean isAnswered(List<RequestHistory> histories) {
        return !histories.isEmpty()
                && histories.stream()
                        .map(RequestHistory::standing)
                        .allMatch(standing ->
                                standing instanceof Standing.Answered
                                        || standing instanceof Standing.AnswerNotKept);
    }
}
