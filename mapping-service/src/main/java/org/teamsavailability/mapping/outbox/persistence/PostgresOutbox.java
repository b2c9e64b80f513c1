package org.teamsavailability.mapping.outbox.persistence;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.outbox.Backlog;
import org.teamsavailability.mapping.outbox.Outbox;
import org.teamsavailability.mapping.outbox.OutboxEntry;
import org.teamsavailability.mapping.outbox.Publication;
import org.teamsavailability.mapping.outbox.PublishedState;

/** The marks in PostgreSQL. */
@Component
public final class PostgresOutbox implements Outbox {

    private final DSLContext database;
    private final DeskTransactions transactions;

    public PostgresOutbox(DSLContext database, DeskTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public List<OutboxEntry> due(int most) {
        return OutboxRows.due(database, most);
    }

    @Override
    public List<Publication> read(String serviceDeskId, List<OutboxEntry> marks) {
        return transactions.in(
                serviceDeskId,
                transaction -> {
                    var mappings =
                            PublishedStateRows.mappings(
                                    transaction,
                                    marks.stream().map(OutboxEntry::technicianId).toList());
                    var connection = PublishedStateRows.connection(transaction);
                    return marks.stream()
                            .map(mark -> new Publication(mark, of(mark, mappings, connection)))
                            .toList();
                });
    }

    private static @Nullable PublishedState of(
            OutboxEntry mark,
            Map<String, PublishedState.Mapping> mappings,
            PublishedState.@Nullable Connection connection) {
        return switch (mark.kind()) {
            case MAPPING -> mappings.get(mark.technicianId());
            case CONNECTION -> connection;
        };
    }

    @Override
    public int remove(String serviceDeskId, List<OutboxEntry> marks) {
        return transactions.in(serviceDeskId, transaction -> OutboxRows.delete(transaction, marks));
    }

    @Override
    public Backlog backlog() {
        return OutboxRows.backlog(database);
    }
}
