package org.teamsavailability.mapping.outbox.persistence;

import static org.jooq.impl.DSL.any;
import static org.teamsavailability.mapping.database.Tables.CONNECTION;
import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.outbox.PublishedState;

/** What is to be published of the transaction's desk. */
final class PublishedStateRows {

    private PublishedStateRows() {}

    /** Of technicians who have their account, in the connected tenant, by technician. */
    static Map<String, PublishedState.Mapping> mappings(
            DeskTransaction transaction, Collection<String> technicianIds) {
        return sql(transaction)
                .select(
                        MAPPING.SERVICE_DESK_ID,
                        MAPPING.TECHNICIAN_ID,
                        MAPPING.MICROSOFT_TENANT_ID,
                        MAPPING.MICROSOFT_USER_ID,
                        MAPPING.USER_PRINCIPAL_NAME,
                        MAPPING.ORIGIN,
                        MAPPING.UPDATED_AT)
                .from(MAPPING)
                .join(CONNECTION)
                .on(CONNECTION.SERVICE_DESK_ID.eq(MAPPING.SERVICE_DESK_ID))
                .and(CONNECTION.MICROSOFT_TENANT_ID.eq(MAPPING.MICROSOFT_TENANT_ID))
                .where(MAPPING.TECHNICIAN_ID.eq(any(technicianIds.toArray(String[]::new))))
                .and(MAPPING.PUBLISHED_ACCOUNT.isNotNull())
                .fetchMap(
                        MAPPING.TECHNICIAN_ID,
                        row ->
                                new PublishedState.Mapping(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6(),
                                        row.value7()));
    }

    static PublishedState.@Nullable Connection connection(DeskTransaction transaction) {
        return sql(transaction)
                .selectFrom(CONNECTION)
                .fetchOne(row ->
                        new PublishedState.Connection(
                                row.getServiceDeskId(),
                                row.getMicrosoftTenantId(),
                                row.getConsent(),
                                row.getCloud(),
                                row.getUpdatedAt()));
    }
}
