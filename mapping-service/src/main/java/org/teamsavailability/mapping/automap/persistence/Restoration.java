package org.teamsavailability.mapping.automap.persistence;

import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Query;
import org.teamsavailability.mapping.database.tables.records.AutoMapChangeRecord;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.technician.MappingOrigin;

/** Writes mappings as they were before a run. */
final class Restoration {

    private final DeskTransaction transaction;
    private final Instant now;

    Restoration(DeskTransaction transaction, Instant now) {
        this.transaction = transaction;
        this.now = now;
    }

    /** Accounts are let go first, so that those who had them before get them. */
    void restore(List<AutoMapChangeRecord> changes) {
        var queries = new ArrayList<Query>();
        for (var change : changes) {
            if (change.getMicrosoftUserId() == null) {
                queries.add(
                        sql(transaction)
                                .deleteFrom(MAPPING)
                                .where(MAPPING.TECHNICIAN_ID.eq(change.getTechnicianId())));
            }
        }
        for (var change : changes) {
            if (change.getMicrosoftUserId() != null) {
                queries.add(change.getLeftVersion() == null ? insert(change) : update(change));
            }
        }
        sql(transaction).batch(queries).execute();
    }

    private Query update(AutoMapChangeRecord before) {
        return sql(transaction)
                .update(MAPPING)
                .set(MAPPING.MICROSOFT_TENANT_ID, before.getMicrosoftTenantId())
                .set(MAPPING.MICROSOFT_USER_ID, before.getMicrosoftUserId())
                .set(MAPPING.USER_PRINCIPAL_NAME, before.getUserPrincipalName())
                .set(MAPPING.ACCOUNT_STATE, before.getAccountState())
                .set(MAPPING.VERSION, MAPPING.VERSION.plus(1))
                .set(MAPPING.UPDATED_AT, now)
                .where(MAPPING.TECHNICIAN_ID.eq(before.getTechnicianId()));
    }

    private Query insert(AutoMapChangeRecord before) {
        return sql(transaction)
                .insertInto(MAPPING)
                .set(MAPPING.SERVICE_DESK_ID, before.getServiceDeskId())
                .set(MAPPING.TECHNICIAN_ID, before.getTechnicianId())
                .set(MAPPING.MICROSOFT_TENANT_ID, before.getMicrosoftTenantId())
                .set(MAPPING.MICROSOFT_USER_ID, before.getMicrosoftUserId())
                .set(MAPPING.USER_PRINCIPAL_NAME, before.getUserPrincipalName())
                .set(MAPPING.ORIGIN, MappingOrigin.AUTO_MAPPED.name())
                .set(MAPPING.ACCOUNT_STATE, before.getAccountState())
                .set(MAPPING.UPDATED_AT, now);
    }
}
