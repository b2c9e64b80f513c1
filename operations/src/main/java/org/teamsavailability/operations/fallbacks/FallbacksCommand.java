package org.teamsavailability.operations.fallbacks;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.operations.console.ExitCodes;
import org.teamsavailability.operations.console.PastInstant;
import org.teamsavailability.operations.traffic.TopicTail;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code fallbacks}: the records of the fallback topic as they come, and how many of each reason.
 */
@Command(
        name = "fallbacks",
        description =
                "Prints why Teams was not used: the records since then, how many of each reason"
                        + " came in the last 1, 5 and 60 minutes, and what comes until Ctrl-C.")
public final class FallbacksCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(500);
    private static final Duration RATES_EVERY = Duration.ofMinutes(1);

    private final Supplier<Access> installation;
    private final Console console;
    private final BooleanSupplier goesOn;

    @Option(names = "--desk", paramLabel = "DESK", description = "only those of this service desk")
    private @Nullable String desk;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            defaultValue = "10m",
            description = "a duration ago, as 2h, or an instant; default: ${DEFAULT-VALUE}")
    private String since = "10m";

    @Option(names = "--once", description = "ends with what is there now")
    private boolean once;

    @Option(names = "--verbose", description = "prints the sentence of each record, too")
    private boolean verbose;

    @Option(names = "--json", description = "prints each record as JSON, one a line, and no rates")
    private boolean json;

    public FallbacksCommand(Supplier<Access> installation, Console console) {
        this(installation, console, () -> true);
    }

    /**
     * The same with an end.
     *
     * @param goesOn asked several times a second while it waits for records
     */
    public FallbacksCommand(
            Supplier<Access> installation, Console console, BooleanSupplier goesOn) {
        this.installation = installation;
        this.console = console;
        this.goesOn = goesOn;
    }

    @Override
    public Integer call() {
        var now = console.clock().instant();
        var listed = PastInstant.of("--since", since, now);
        var access = installation.get();
        try (var serdes = access.serdes();
                var tail =
                        TopicTail.openSince(
                                access,
                                serdes,
                                Topics.FALLBACK_REASON,
                                FallbackReason.class,
                                earlier(listed, now.minus(Rates.LONGEST)))) {
            follow(tail, new Listing(console, json, verbose, desk, listed));
        }
        return ExitCodes.DONE;
    }

    private void follow(TopicTail<FallbackReason> tail, Listing listing) {
        tail.upToNow().forEach(listing::heard);
        listing.printRates();
        var due = console.clock().instant().plus(RATES_EVERY);
        while (!once && goesOn.getAsBoolean()) {
            tail.poll(LOOK_AGAIN_AFTER).forEach(listing::heard);
            if (!console.clock().instant().isBefore(due)) {
                listing.printRates();
                due = due.plus(RATES_EVERY);
            }
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
