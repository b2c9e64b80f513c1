package org.teamsavailability.mapping.outbox.persistence;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.teamsavailability.mapping.database.Tables.MARK;
import static org.teamsavailability.mapping.database.Tables.MARKS_DUE;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.outbox.Backlog;
import org.teamsavailability.mapping.outbox.OutboxEntry;

/** The marks. When one is due is the database's time on both sides, so no other clock matters. */
final class OutboxRows {

    private static final String[] PUBLISHED =
            Arrays.stream(OutboxEntry.Kind.values())
                    .map(OutboxEntry.Kind::name)
                    .toArray(String[]::new);
    private static final Field<Instant> EVER = DSL.inline("infinity").cast(SQLDataType.INSTANT);

    private OutboxRows() {}

    /** Crosses desks, as all do that take no transaction: it finds out whose they are. */
    static List<OutboxEntry> due(DSLContext database, int most) {
        return database.selectFrom(MARKS_DUE.call(currentInstant(), val(most), val(PUBLISHED)))
                .fetch(row ->
                        new OutboxEntry(
                                requireNonNull(row.getServiceDeskId()),
                                OutboxEntry.Kind.valueOf(requireNonNull(row.getKind())),
                                requireNonNull(row.getTechnicianId()),
                                requireNonNull(row.getVersion())));
    }

    static Backlog backlog(DSLContext database) {
        var due = MARKS_DUE.call(currentInstant(), val(Backlog.MOST), val(PUBLISHED));
        return requireNonNull(
                database.select(count(), min(due.DUE_AT))
                        .from(due)
                        .fetchSingle(row -> new Backlog(row.value1(), row.value2())));
    }

    /** Of the transaction's desk, due or not; null where nothing is marked. */
    static @Nullable Instant lastDueAt(DeskTransaction transaction) {
        return sql(transaction)
                .select(max(MARK.DUE_AT))
                .from(MARK)
                .where(MARK.KIND.in(PUBLISHED))
                .fetchSingle(row -> row.value1());
    }

    /** Of the transaction's desk. */
    static int countUntil(DeskTransaction transaction, Instant time) {
        return sql(transaction).fetchCount(MARK, MARK.KIND.in(PUBLISHED).and(MARK.DUE_AT.le(time)));
    }

    /** Of all desks, due or not; null where nothing is marked. */
    static @Nullable Instant lastDueAtOfAll(DSLContext database) {
        var marked = MARKS_DUE.call(EVER, val(Integer.MAX_VALUE), val(PUBLISHED));
        return database.select(max(marked.DUE_AT)).from(marked).fetchSingle(row -> row.value1());
    }

    static int countUntilOfAll(DSLContext database, Instant time) {
        return database.fetchCount(
                MARKS_DUE.call(val(time), val(Integer.MAX_VALUE), val(PUBLISHED)));
    }

    /**
     * Deletes those with the same version. A mark that somebody holds is being changed, and stays:
     * waiting for it with others locked could end in a deadlock with its holder.
     *
     * @return how many
     */
    static int delete(DeskTransaction transaction, List<OutboxEntry> marks) {
        return sql(transaction)
                .deleteFrom(MARK)
                .where(
                        row(MARK.KIND, MARK.TECHNICIAN_ID)
                                .in(
                                        select(MARK.KIND, MARK.TECHNICIAN_ID)
                                                .from(MARK)
                                                .where(isOneOf(marks))
                                                .forUpdate()
                                                .skipLocked()))
                .execute();
    }

    /** A version is never given twice, so it says which; the ids let the primary key find them. */
    private static Condition isOneOf(List<OutboxEntry> marks) {
        var technicians = marks.stream().map(OutboxEntry::technicianId).toArray(String[]::new);
        var versions = marks.stream().map(OutboxEntry::version).toArray(Long[]::new);
        return MARK.KIND
                .in(PUBLISHED)
                .and(MARK.TECHNICIAN_ID.eq(any(technicians)))
                .and(MARK.VERSION.eq(any(versions)));
    }
}
