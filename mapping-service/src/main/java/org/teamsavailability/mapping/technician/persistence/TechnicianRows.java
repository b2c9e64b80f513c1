package org.teamsavailability.mapping.technician.persistence;

import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.technician.TechnicianChange;
import org.teamsavailability.mapping.technician.TechnicianStore;

/** The technicians of the transaction's desk. */
@Component
public final class TechnicianRows implements TechnicianStore {

    /** In the order of ids, so that two transactions do not wait for each other's rows. */
    private static final String UPSERT =
            """
            with given as (
                select * from unnest({2}, {3}, {4}, {5}, {6})
                    as one (id, name, email_sent, email, active)),
            before as (
                select technician_id, email, active from technician
                where technician_id = any ({2}) order by technician_id for no key update)
            insert into technician
                (service_desk_id, technician_id, display_name, email, active, updated_at)
            select {0}, g.id, g.name, case when g.email_sent then g.email else b.email end,
                coalesce(g.active, b.active, true), {1}
            from given g left join before b on b.technician_id = g.id order by g.id
            on conflict (service_desk_id, technician_id) do update
                set display_name = excluded.display_name, email = excluded.email,
                    active = excluded.active, updated_at = excluded.updated_at
                where (technician.display_name, technician.email, technician.active)
                    is distinct from (excluded.display_name, excluded.email, excluded.active)
            returning technician_id, xmax = 0, active and exists (select from before b
                where b.technician_id = technician.technician_id and not b.active)
            """;

    @Override
    public List<Written> upsert(
            DeskTransaction transaction, List<TechnicianChange> given, Instant now) {
        return sql(transaction)
                .resultQuery(
                        UPSERT,
                        DSL.val(transaction.serviceDeskId()),
                        DSL.val(now, TECHNICIAN.UPDATED_AT),
                        texts(
                                given.stream()
                                        .map(TechnicianChange::technicianId)
                                        .toArray(String[]::new)),
                        texts(
                                given.stream()
                                        .map(TechnicianChange::displayName)
                                        .toArray(String[]::new)),
                        flags(given.stream().map(it -> it.email() != null)),
                        texts(given.stream().map(TechnicianRows::email).toArray(String[]::new)),
                        flags(given.stream().map(TechnicianChange::active)))
                .fetch(row ->
                        new Written(
                                row.get(0, String.class),
                                row.get(1, Boolean.class),
                                row.get(2, Boolean.class)));
    }

    private static @Nullable String email(TechnicianChange change) {
        return change.email() == null ? null : change.email().value();
    }

    private static org.jooq.Field<?> flags(Stream<@Nullable Boolean> flags) {
        return DSL.val(flags.toArray(Boolean[]::new), SQLDataType.BOOLEAN.array());
    }

    private static org.jooq.Field<?> texts(String[] texts) {
        return DSL.val(texts, SQLDataType.CLOB.array());
    }

    @Override
    public boolean setIgnored(
            DeskTransaction transaction, String technicianId, boolean ignored, Instant now) {
        return sql(transaction)
                        .update(TECHNICIAN)
                        .set(TECHNICIAN.IGNORED, ignored)
                        .set(TECHNICIAN.UPDATED_AT, now)
                        .where(TECHNICIAN.TECHNICIAN_ID.eq(technicianId))
                        .and(TECHNICIAN.IGNORED.ne(ignored))
                        .execute()
                == 1;
    }

    @Override
    public List<String> inConflict(DeskTransaction transaction, List<String> technicianIds) {
        return sql(transaction)
                .select(MAPPING.TECHNICIAN_ID)
                .from(MAPPING)
                .join(TECHNICIAN)
                .on(TECHNICIAN.SERVICE_DESK_ID.eq(MAPPING.SERVICE_DESK_ID))
                .and(TECHNICIAN.TECHNICIAN_ID.eq(MAPPING.TECHNICIAN_ID))
                .where(MAPPING.TECHNICIAN_ID.eq(DSL.any(technicianIds.toArray(String[]::new))))
                .and(TECHNICIAN.ACTIVE)
                .andNot(TECHNICIAN.IGNORED)
                .and(MAPPING.PUBLISHED_ACCOUNT.isNull())
                .orderBy(MAPPING.TECHNICIAN_ID)
                .fetch(MAPPING.TECHNICIAN_ID);
    }

    @Override
    public boolean delete(DeskTransaction transaction, String technicianId) {
        return sql(transaction)
                        .deleteFrom(TECHNICIAN)
                        .where(TECHNICIAN.TECHNICIAN_ID.eq(technicianId))
                        .execute()
                == 1;
    }
}
