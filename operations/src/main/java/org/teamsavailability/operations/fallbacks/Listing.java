package org.teamsavailability.operations.fallbacks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.answer.AnswerText;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.json.RecordWriter;

/** What is printed of the records that are heard. For one thread. */
final class Listing {

    private final Console console;
    private final boolean json;
    private final boolean verbose;
    private final @Nullable String desk;
    private final Instant since;
    private final Rates rates = new Rates();

    /**
     * @param verbose whether the sentence of a record is printed, too
     * @param desk only its records; null for all
     * @param since older records count for the rates, and are not printed
     */
    Listing(Console console, boolean json, boolean verbose, @Nullable String desk, Instant since) {
        this.console = console;
        this.json = json;
        this.verbose = verbose;
        this.desk = desk;
        this.since = since;
    }

    void heard(FallbackReason record) {
        if (desk != null && !desk.equals(record.getServiceDeskId())) {
            return;
        }
        rates.add(record.getReason(), record.getOccurredAt());
        if (!record.getOccurredAt().isBefore(since)) {
            console.out().println(json ? RecordWriter.write(record).toString() : line(record));
        }
    }

    private String line(FallbackReason record) {
        return record.getOccurredAt().truncatedTo(ChronoUnit.SECONDS)
                + " "
                + record.getServiceDeskId()
                + " "
                + (verbose ? AnswerText.of(record) : brief(record));
    }

    /** Fits on a screen of 80 columns where ids are short. */
    private static String brief(FallbackReason record) {
        return record.getRequestId() + ": " + record.getReason() + " (" + record.getSignal() + ")";
    }

    void printRates() {
        if (!json) {
            console.out().println();
            rates.table(console.clock().instant()).forEach(console.out()::println);
            console.out().println();
        }
    }
}
