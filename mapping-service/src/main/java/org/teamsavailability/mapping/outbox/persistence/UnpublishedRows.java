package org.teamsavailability.mapping.outbox.persistence;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.outbox.Unpublished;
import org.teamsavailability.mapping.outbox.UnpublishedEntries;

/** What is marked in PostgreSQL and not published yet. */
@Component
public final class UnpublishedRows implements UnpublishedEntries {

    private final DSLContext database;
    private final DeskTransactions transactions;

    public UnpublishedRows(DSLContext database, DeskTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    @Override
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

    @Override
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
