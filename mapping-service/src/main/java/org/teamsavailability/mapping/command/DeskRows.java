package org.teamsavailability.mapping.command;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.count;
import static org.teamsavailability.mapping.database.Tables.CONNECTION;
import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.mapping.command.DeskRow.Consent;
import org.teamsavailability.mapping.database.tables.records.ConnectionRecord;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.desk.persistence.ServiceDeskRows;

/**
 * Reads service desks for an operator, with the service's own rights: the ids of all come from the
 * look-up of their daily rounds, and each desk's rows from a transaction that sees no other desk.
 */
final class DeskRows {

    private final DSLContext database;
    private final PostgresDeskTransactions transactions;

    DeskRows(DSLContext database, PostgresDeskTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * The desks in the order of their ids' characters, each read when it is asked for.
     *
     * @param after the id after which to begin; null for the first
     */
    Stream<DeskRow> all(@Nullable String after) {
        return ServiceDeskRows.all(database).stream()
                .filter(id -> after == null || id.compareTo(after) > 0)
                .flatMap(id -> find(id).stream());
    }

    /** One desk; empty where there is none, or where it was deleted meanwhile. */
    Optional<DeskRow> find(String id) {
        return transactions.in(
                id,
                transaction ->
                        transaction.fetchExists(SERVICE_DESK)
                                ? Optional.of(row(id, transaction))
                                : Optional.empty());
    }

    private static DeskRow row(String id, DSLContext transaction) {
        var connection = transaction.selectFrom(CONNECTION).fetchOne();
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

    private static Record3<Integer, Integer, Integer> counts(DSLContext transaction) {
        return requireNonNull(
                transaction
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
