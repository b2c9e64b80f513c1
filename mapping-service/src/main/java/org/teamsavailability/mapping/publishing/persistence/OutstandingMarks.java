package org.teamsavailability.mapping.publishing.persistence;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.publishing.Outstanding;

/** What is marked in PostgreSQL and not published yet. */
public final class OutstandingMarks {

    private final DSLContext database;
    private final DeskTransactions transactions;

    public OutstandingMarks(DSLContext database, DeskTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Of one desk, which need not exist any more. */
    public Outstanding ofDesk(String serviceDeskId) {
        return new Outstanding() {
            @Override
            public @Nullable Instant lastDueAt() {
                return transactions.<@Nullable Instant>in(serviceDeskId, MarkRows::lastDueAt);
            }

            @Override
            public int dueUntil(Instant time) {
                return transactions.in(serviceDeskId, it -> MarkRows.countUntil(it, time));
            }
        };
    }

    /** Of all desks. */
    public Outstanding ofAll() {
        return new Outstanding() {
            @Override
            public @Nullable Instant lastDueAt() {
                return MarkRows.lastDueAtOfAll(database);
            }

            @Override
            public int dueUntil(Instant time) {
                return MarkRows.countUntilOfAll(database, time);
            }
        };
    }
}
