package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.BEN;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.journal.Journal;
import org.teamsavailability.simulator.journal.RecordedCall;

class JournalTest {
    @Test
    void forgetsTheOldestCallsAndNoCounts() {
        var journal = new Journal(2, 100);
        record(journal, "/1");
        record(journal, "/2");
        record(journal, "/3");

        assertThat(journal.calls()).extracting(RecordedCall::path).containsExactly("/2", "/3");
        assertThat(journal.count(TENANT, Call.PRESENCE)).isEqualTo(3);
    }

    @Test
    void forgetsTheOldestCallsWhereTheyHoldTooManyIds() {
        var journal = new Journal(100, 4);
        for (String path : List.of("/1", "/2", "/3", "/4")) {
            record(journal, path, ANNA, BEN);
        }

        assertThat(journal.calls()).extracting(RecordedCall::path).containsExactly("/3", "/4");
    }

    @Test
    void leavesNoTraceOfACallThatArrivedBeforeTheReset() {
        var journal = new Journal(10, 10);
        long epoch = journal.arrived(TENANT, Call.PRESENCE, 0);

        journal.reset();
        journal.ended(epoch, call("/1"));

        assertThat(journal.calls()).isEmpty();
        assertThat(journal.summary()).isEmpty();
    }

    private static void record(Journal journal, String path, UUID... ids) {
        journal.ended(journal.arrived(TENANT, Call.PRESENCE, ids.length), call(path, ids));
    }

    private static RecordedCall call(String path, UUID... ids) {
        return new RecordedCall(
                TENANT,
                Call.PRESENCE,
                null,
                "POST",
                path,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(ids),
                200,
                "request",
                null,
                false);
    }
}
