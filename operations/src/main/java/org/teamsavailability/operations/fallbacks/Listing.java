package org.teamsavailability.operations.fallbacks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.answer.AnswerText;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.operations.json.RecordWriter;
import org.teamsavailability.schemas.FallbackReason;

/** What is printed of the records that are heard. For one thread. */
final class Listing {

    private final Console console;
    private final boolean json;
    private final @Nullable String desk;
    private final Instant since;
    private final Rates rates = new Rates();

    /**
     * @param desk only its records; null for all
     * @param since older records count for the rates, and are not printed
     */
    Listing(Console console, boolean json, @Nullable String desk, Instant since) {
        this.console = console;
        this.json = json;
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

    private static String line(FallbackReason record) {
        return record.getOccurredAt()
                + " "
                + record.getServiceDeskId()
                + " "
                + AnswerText.of(record);
    }

    void printRates() {
        if (!json) {
            console.out().println();
            rates.table(console.clock().instant()).forEach(console.out()::println);
            console.out().println();
        }
    }
}
