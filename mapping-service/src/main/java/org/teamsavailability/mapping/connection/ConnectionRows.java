package org.teamsavailability.mapping.connection;

import static org.teamsavailability.mapping.database.Tables.CONNECTION;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.database.tables.records.ConnectionRecord;

/** The connection of the transaction's desk. */
final class ConnectionRows {

    private ConnectionRows() {}

    static @Nullable Connection find(DSLContext transaction) {
        return transaction.selectFrom(CONNECTION).fetchOne(ConnectionRows::connection);
    }

    static void start(
            DSLContext transaction, String serviceDeskId, MicrosoftCloud cloud, Instant now) {
        transaction
                .insertInto(CONNECTION)
                .set(CONNECTION.SERVICE_DESK_ID, serviceDeskId)
                .set(CONNECTION.CLOUD, cloud.name())
                .set(CONNECTION.CONSENT, ConsentState.PENDING.name())
                .set(CONNECTION.UPDATED_AT, now)
                .onConflict(CONNECTION.SERVICE_DESK_ID)
                .doUpdate()
                .set(CONNECTION.CLOUD, cloud.name())
                .set(CONNECTION.UPDATED_AT, now)
                .execute();
    }

    /** Fails by the unique constraint where another desk has the tenant. */
    static void link(
            DSLContext transaction, String serviceDeskId, MicrosoftTenant tenant, Instant now) {
        transaction
                .insertInto(CONNECTION)
                .set(CONNECTION.SERVICE_DESK_ID, serviceDeskId)
                .set(CONNECTION.MICROSOFT_TENANT_ID, tenant.id())
                .set(CONNECTION.CLOUD, tenant.cloud().name())
                .set(CONNECTION.CONSENT, ConsentState.PENDING.name())
                .set(CONNECTION.UPDATED_AT, now)
                .onConflict(CONNECTION.SERVICE_DESK_ID)
                .doUpdate()
                .set(CONNECTION.MICROSOFT_TENANT_ID, tenant.id())
                .set(CONNECTION.CLOUD, tenant.cloud().name())
                .set(CONNECTION.CONSENT, ConsentState.PENDING.name())
                .set(CONNECTION.PERMISSIONS, new String[0])
                .setNull(CONNECTION.CHECKED_AT)
                .set(CONNECTION.UPDATED_AT, now)
                .execute();
    }

    /** Publishes, by the trigger's mark. */
    static void consent(DSLContext transaction, ConsentState consent, Instant now) {
        transaction
                .update(CONNECTION)
                .set(CONNECTION.CONSENT, consent.name())
                .set(CONNECTION.UPDATED_AT, now)
                .execute();
    }

    /** Publishes nothing. */
    static void checked(DSLContext transaction, Set<GraphPermission> permissions, Instant now) {
        transaction
                .update(CONNECTION)
                .set(
                        CONNECTION.PERMISSIONS,
                        permissions.stream()
                                .map(GraphPermission::role)
                                .sorted()
                                .toArray(String[]::new))
                .set(CONNECTION.CHECKED_AT, now)
                .execute();
    }

    static void delete(DSLContext transaction) {
        transaction.deleteFrom(CONNECTION).execute();
    }

    private static Connection connection(ConnectionRecord row) {
        @Nullable UUID tenant = row.getMicrosoftTenantId();
        Set<String> roles = Set.of(row.getPermissions());
        return new Connection(
                row.getServiceDeskId(),
                tenant,
                MicrosoftCloud.valueOf(row.getCloud()),
                ConsentState.valueOf(row.getConsent()),
                Arrays.stream(GraphPermission.values())
                        .filter(it -> roles.contains(it.role()))
                        .collect(Collectors.toSet()),
                row.getCheckedAt(),
                row.getUpdatedAt());
    }
}
