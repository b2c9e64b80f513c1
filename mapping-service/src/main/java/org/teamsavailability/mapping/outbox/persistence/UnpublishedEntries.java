package org.teamsavailability.mapping.outbox.persistence;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.outbox.Unpublished;

/** What is marked in PostgreSQL and not published yet. */
public final class UnpublishedEntries {

    private final DSLContext database;
    private final PostgresDeskTransactions transactions;

    public UnpublishedEntries(DSLContext database, PostgresDeskTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Of one desk, which need not exist any more. */
    public Unpublished ofDesk(String serviceDeskId) {
        return new Unpublished() {
            @Override
            public @Nullable Instant lastDueAt() {
                return transactions.<@Nullable Instant>in(serviceDeskId, OutboxRows::lastDueAt);
            }

            @Override
            public int dueUntil(Instant time) {
                return transactions.in(serviceDeskId, it -> OutboxRows.countUntil(it, time));
            }
        };
    }

    /** Of all desks. */
    public Unpublished ofAll() {
        return new Unpublished() {
            @Override
            public @Nullable Instant lastDueAt() {
                return OutboxRows.lastDueAtOfAll(database);
            }

            @Override
            public int dueUntil(Instant time) {
                return OutboxRows.countUntilOfAll(database, time);
            }
        };
    }
}
