package org.teamsavailability.mapping.automap.persistence;

import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Query;
import org.jooq.Record;
import org.teamsavailability.mapping.automap.Change;
import org.teamsavailability.mapping.automap.Technician;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.technician.AccountState;
import org.teamsavailability.mapping.technician.MappingOrigin;
import org.teamsavailability.mapping.technician.persistence.MappingRows;

/** The technicians of the transaction's desk, what they are mapped to, and how a run changes it. */
final class AutoMappingRows {

    private AutoMappingRows() {}

    static List<Technician> technicians(DeskTransaction transaction) {
        return sql(transaction)
                .select(TECHNICIAN.fields())
                .select(MAPPING.fields())
                .from(TECHNICIAN)
                .leftJoin(MAPPING)
                .on(MAPPING.SERVICE_DESK_ID.eq(TECHNICIAN.SERVICE_DESK_ID))
                .and(MAPPING.TECHNICIAN_ID.eq(TECHNICIAN.TECHNICIAN_ID))
                .fetch(AutoMappingRows::technician);
    }

    /** Keeps technicians until the transaction ends; a new mapping of one waits as well. */
    static void lockTechnicians(DeskTransaction transaction) {
        sql(transaction)
                .select(TECHNICIAN.TECHNICIAN_ID)
                .from(TECHNICIAN)
                .orderBy(TECHNICIAN.TECHNICIAN_ID)
                .forUpdate()
                .fetch();
    }

    /** Keeps mappings until the transaction ends. */
    static void lockMappings(DeskTransaction transaction) {
        sql(transaction)
                .select(MAPPING.TECHNICIAN_ID)
                .from(MAPPING)
                .orderBy(MAPPING.TECHNICIAN_ID)
                .forUpdate()
                .fetch();
    }

    /** What a change is in the database; it never touches a manual mapping. */
    static Query query(
            DeskTransaction transaction,
            String serviceDeskId,
            UUID tenant,
            Change change,
            Instant now) {
        return switch (change) {
            case Change.Assign it -> assign(transaction, serviceDeskId, tenant, it, now);
            case Change.Clear it ->
                    sql(transaction)
                            .deleteFrom(MAPPING)
                            .where(MAPPING.TECHNICIAN_ID.eq(it.technicianId()))
                            .and(MAPPING.ORIGIN.eq(MappingOrigin.AUTO_MAPPED.name()));
            case Change.Note it ->
                    sql(transaction)
                            .update(MAPPING)
                            .set(MAPPING.ACCOUNT_STATE, it.accountState().name())
                            .where(MAPPING.TECHNICIAN_ID.eq(it.technicianId()));
        };
    }

    private static Query assign(
            DeskTransaction transaction,
            String serviceDeskId,
            UUID tenant,
            Change.Assign change,
            Instant now) {
        return sql(transaction)
                .insertInto(MAPPING)
                .set(MAPPING.SERVICE_DESK_ID, serviceDeskId)
                .set(MAPPING.TECHNICIAN_ID, change.technicianId())
                .set(MAPPING.MICROSOFT_TENANT_ID, tenant)
                .set(MAPPING.MICROSOFT_USER_ID, change.accountId())
                .set(MAPPING.USER_PRINCIPAL_NAME, change.userPrincipalName())
                .set(MAPPING.ORIGIN, MappingOrigin.AUTO_MAPPED.name())
                .set(MAPPING.UPDATED_AT, now)
                .onConflict(MAPPING.SERVICE_DESK_ID, MAPPING.TECHNICIAN_ID)
                .doUpdate()
                .set(MAPPING.MICROSOFT_TENANT_ID, tenant)
                .set(MAPPING.MICROSOFT_USER_ID, change.accountId())
                .set(MAPPING.USER_PRINCIPAL_NAME, change.userPrincipalName())
                .set(MAPPING.ACCOUNT_STATE, AccountState.OK.name())
                .set(MAPPING.VERSION, MAPPING.VERSION.plus(1))
                .set(MAPPING.UPDATED_AT, now)
                .where(MAPPING.ORIGIN.eq(MappingOrigin.AUTO_MAPPED.name()));
    }

    private static Technician technician(Record row) {
        return new Technician(
                row.get(TECHNICIAN.TECHNICIAN_ID),
                row.get(TECHNICIAN.DISPLAY_NAME),
                row.get(TECHNICIAN.EMAIL),
                row.get(TECHNICIAN.ACTIVE),
                row.get(TECHNICIAN.IGNORED),
                MappingRows.mapping(row));
    }
}
