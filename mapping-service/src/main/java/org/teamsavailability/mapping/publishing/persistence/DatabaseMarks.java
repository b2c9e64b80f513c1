package org.teamsavailability.mapping.publishing.persistence;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.publishing.Backlog;
import org.teamsavailability.mapping.publishing.Current;
import org.teamsavailability.mapping.publishing.Mark;
import org.teamsavailability.mapping.publishing.Marks;
import org.teamsavailability.mapping.publishing.Publication;

/** The marks in PostgreSQL. */
public final class DatabaseMarks implements Marks {

    private final DSLContext database;
    private final DeskTransactions transactions;

    public DatabaseMarks(DSLContext database, DeskTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public List<Mark> due(int most) {
        return MarkRows.due(database, most);
    }

    @Override
    public List<Publication> read(String serviceDeskId, List<Mark> marks) {
        return transactions.in(
                serviceDeskId,
                transaction -> {
                    var mappings =
                            CurrentRows.mappings(
                                    transaction, marks.stream().map(Mark::technicianId).toList());
                    var connection = CurrentRows.connection(transaction);
                    return marks.stream()
                            .map(mark -> new Publication(mark, of(mark, mappings, connection)))
                            .toList();
                });
    }

    private static @Nullable Current of(
            Mark mark,
            Map<String, Current.Mapping> mappings,
            Current.@Nullable Connection connection) {
        return switch (mark.kind()) {
            case MAPPING -> mappings.get(mark.technicianId());
            case CONNECTION -> connection;
        };
    }

    @Override
    public int remove(String serviceDeskId, List<Mark> marks) {
        return transactions.in(serviceDeskId, transaction -> MarkRows.delete(transaction, marks));
    }

    @Override
    public Backlog backlog() {
        return MarkRows.backlog(database);
    }
}
