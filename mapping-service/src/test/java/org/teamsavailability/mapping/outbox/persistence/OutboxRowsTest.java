package org.teamsavailability.mapping.outbox.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.MARK;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.outbox.OutboxEntry;

@Tag("slow")
class OutboxRowsTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final DSLContext service = database.asService();

    @BeforeEach
    void aDesk() {
        database.createDesk("northwind");
    }

    @Test
    void dailyRoundsThatAreDueKeepNothingWaiting() {
        database.asOwner().update(MARK).set(MARK.DUE_AT, LONG_AGO).execute();
        mark("anna", LONG_AGO.plusSeconds(1));

        assertThat(OutboxRows.due(service, 1))
                .extracting(OutboxEntry::technicianId)
                .containsExactly("anna");
    }

    @Test
    void theOldestComesFirstAndTheFutureNotAtAll() {
        mark("ben", LONG_AGO.plusSeconds(1));
        mark("anna", LONG_AGO);
        mark("carla", Instant.now().plusSeconds(3_600));

        assertThat(OutboxRows.due(service, 10))
                .extracting(OutboxEntry::technicianId)
                .containsExactly("anna", "ben");
        assertThat(OutboxRows.backlog(service).marks()).isEqualTo(2);
        assertThat(OutboxRows.backlog(service).oldestDueAt()).isEqualTo(LONG_AGO);
    }

    @Test
    void removesOnlyTheVersionThatWasRead() {
        mark("anna", LONG_AGO);
        mark("ben", LONG_AGO);
        var read = OutboxRows.due(service, 10);
        mark("ben", LONG_AGO);

        database.deskTransactions()
                .run("northwind", it -> assertThat(OutboxRows.delete(it, read)).isEqualTo(1));

        assertThat(OutboxRows.due(service, 10))
                .extracting(OutboxEntry::technicianId)
                .containsExactly("ben");
    }

    @Test
    void leavesAMarkThatSomebodyIsChanging() {
        mark("anna", LONG_AGO);
        mark("ben", LONG_AGO);
        var read = OutboxRows.due(service, 10);

        database.transactions()
                .run(
                        "northwind",
                        changing -> {
                            mark(changing, "ben", LONG_AGO);
                            database.deskTransactions()
                                    .run(
                                            "northwind",
                                            it ->
                                                    assertThat(OutboxRows.delete(it, read))
                                                            .isEqualTo(1));
                        });

        assertThat(OutboxRows.due(service, 10))
                .extracting(OutboxEntry::technicianId)
                .containsExactly("ben");
    }

    @Test
    void knowsAllDesks() {
        assertThat(database.desks().all()).isEqualTo(List.of("northwind"));
    }

    private void mark(String technician, Instant dueAt) {
        database.transactions().run("northwind", it -> mark(it, technician, dueAt));
    }

    private static void mark(DSLContext transaction, String technician, Instant dueAt) {
        transaction
                .insertInto(MARK)
                .set(MARK.SERVICE_DESK_ID, "northwind")
                .set(MARK.KIND, "MAPPING")
                .set(MARK.TECHNICIAN_ID, technician)
                .set(MARK.DUE_AT, dueAt)
                .onConflict(MARK.SERVICE_DESK_ID, MARK.KIND, MARK.TECHNICIAN_ID)
                .doUpdate()
                .set(MARK.VERSION, DSL.field("nextval('mark_version')", Long.class))
                .execute();
    }
}
