package org.teamsavailability.mapping.technician;

import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The technicians of the transaction's desk. */
final class TechnicianRows {

    /** In the order of ids, so that two transactions do not wait for each other's rows. */
    private static final String UPSERT =
            """
            with before as (select technician_id, active from technician
                where technician_id = any ({2}))
            insert into technician
                (service_desk_id, technician_id, display_name, email, active, updated_at)
            select {0}, id, name, email, active, {1}
            from unnest({2}, {3}, {4}, {5}) as given (id, name, email, active) order by id
            on conflict (service_desk_id, technician_id) do update
                set display_name = excluded.display_name, email = excluded.email,
                    active = excluded.active, updated_at = excluded.updated_at
                where (technician.display_name, technician.email, technician.active)
                    is distinct from (excluded.display_name, excluded.email, excluded.active)
            returning technician_id, xmax = 0, active and exists (select from before b
                where b.technician_id = technician.technician_id and not b.active)
            """;

    private TechnicianRows() {}

    /**
     * A technician that was written.
     *
     * @param created whether it is new
     * @param returned whether it was inactive, and is active now
     */
    record Written(String technicianId, boolean created, boolean returned) {}

    /**
     * Writes those that are new or differ, in one statement.
     *
     * @return those that were written
     */
    static List<Written> upsert(
            DSLContext transaction, String serviceDeskId, List<Technician> given, Instant now) {
        return transaction
                .resultQuery(
                        UPSERT,
                        DSL.val(serviceDeskId),
                        DSL.val(now, TECHNICIAN.UPDATED_AT),
                        texts(given.stream().map(Technician::technicianId).toArray(String[]::new)),
                        texts(given.stream().map(Technician::displayName).toArray(String[]::new)),
                        texts(given.stream().map(Technician::email).toArray(String[]::new)),
                        DSL.val(
                                given.stream().map(Technician::active).toArray(Boolean[]::new),
                                SQLDataType.BOOLEAN.array()))
                .fetch(row ->
                        new Written(
                                row.get(0, String.class),
                                row.get(1, Boolean.class),
                                row.get(2, Boolean.class)));
    }

    private static org.jooq.Field<?> texts(String[] texts) {
        return DSL.val(texts, SQLDataType.CLOB.array());
    }

    /** Those of them whose account another technician has. */
    static List<String> inConflict(DSLContext transaction, List<String> technicianIds) {
        return transaction
                .select(MAPPING.TECHNICIAN_ID)
                .from(MAPPING)
                .join(TECHNICIAN)
                .on(TECHNICIAN.SERVICE_DESK_ID.eq(MAPPING.SERVICE_DESK_ID))
                .and(TECHNICIAN.TECHNICIAN_ID.eq(MAPPING.TECHNICIAN_ID))
                .where(MAPPING.TECHNICIAN_ID.eq(DSL.any(technicianIds.toArray(String[]::new))))
                .and(TECHNICIAN.ACTIVE)
                .and(MAPPING.PUBLISHED_ACCOUNT.isNull())
                .orderBy(MAPPING.TECHNICIAN_ID)
                .fetch(MAPPING.TECHNICIAN_ID);
    }

    /** What hangs on it goes with it: its mapping, and what runs found out about it. */
    static boolean delete(DSLContext transaction, String technicianId) {
        return transaction
                        .deleteFrom(TECHNICIAN)
                        .where(TECHNICIAN.TECHNICIAN_ID.eq(technicianId))
                        .execute()
                == 1;
    }

    /** Whether the transaction's desk exists. */
    static boolean deskExists(DSLContext transaction) {
        return transaction.fetchExists(SERVICE_DESK);
    }
}
