package org.teamsavailability.mapping.command.persistence;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.count;
import static org.teamsavailability.mapping.database.Tables.CONNECTION;
import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.mapping.command.DeskReader;
import org.teamsavailability.mapping.command.DeskRow;
import org.teamsavailability.mapping.command.DeskRow.Consent;
import org.teamsavailability.mapping.database.tables.records.ConnectionRecord;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;

/**
 * Reads service desks for an operator, with the service's own rights: the ids of all come from the
 * look-up of their daily rounds, and each desk's rows from a transaction that sees no other desk.
 */
public final class DeskRows implements DeskReader {

    private final ServiceDesks desks;
    private final DeskTransactions transactions;

    public DeskRows(ServiceDesks desks, DeskTransactions transactions) {
        this.desks = desks;
        this.transactions = transactions;
    }

    @Override
    public Stream<DeskRow> all(@Nullable String after) {
        return desks.all().stream()
                .filter(id -> after == null || id.compareTo(after) > 0)
                .flatMap(id -> find(id).stream());
    }

    @Override
    public Optional<DeskRow> find(String id) {
        return transactions.in(
                id,
                transaction ->
                        desks.exists(transaction)
                                ? Optional.of(row(id, transaction))
                                : Optional.empty());
    }

    private static DeskRow row(String id, DeskTransaction transaction) {
        var connection = sql(transaction).selectFrom(CONNECTION).fetchOne();
        var counts = counts(transaction);
        return new DeskRow(
                id,
                connection == null ? Consent.NONE : Consent.valueOf(connection.getConsent()),
                connection == null ? null : MicrosoftCloud.valueOf(connection.getCloud()),
                connection == null ? null : connection.getMicrosoftTenantId(),
                permissions(connection),
                connection == null ? null : connection.getCheckedAt(),
                counts.value1(),
                counts.value2(),
                counts.value3());
    }

    private static List<String> permissions(@Nullable ConnectionRecord connection) {
        return connection == null
                ? List.of()
                : Stream.of(connection.getPermissions()).sorted().toList();
    }

    private static Record3<Integer, Integer, Integer> counts(DeskTransaction transaction) {
        return requireNonNull(
                sql(transaction)
                        .select(
                                count(),
                                count().filterWhere(TECHNICIAN.ACTIVE.isTrue()),
                                count(MAPPING.PUBLISHED_ACCOUNT))
                        .from(TECHNICIAN)
                        .leftJoin(MAPPING)
                        .on(
                                MAPPING.SERVICE_DESK_ID
                                        .eq(TECHNICIAN.SERVICE_DESK_ID)
                                        .and(MAPPING.TECHNICIAN_ID.eq(TECHNICIAN.TECHNICIAN_ID)))
                        .fetchSingle());
    }
}
