package org.teamsavailability.mapping.connection.persistence;

import static org.teamsavailability.mapping.database.Tables.CONNECTION;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.connection.Connection;
import org.teamsavailability.mapping.connection.ConnectionStore;
import org.teamsavailability.mapping.connection.ConsentState;
import org.teamsavailability.mapping.connection.TenantTakenException;
import org.teamsavailability.mapping.database.tables.records.ConnectionRecord;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** The connection of the transaction's desk. */
@Component
public final class ConnectionRows implements ConnectionStore {

    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public @Nullable Connection find(DeskTransaction transaction) {
        return sql(transaction).selectFrom(CONNECTION).fetchOne(ConnectionRows::connection);
    }

    @Override
    public @Nullable Connection keep(DeskTransaction transaction) {
        return sql(transaction)
                .selectFrom(CONNECTION)
                .forShare()
                .fetchOne(ConnectionRows::connection);
    }

    @Override
    public void start(DeskTransaction transaction, MicrosoftCloud cloud, Instant now) {
        sql(transaction)
                .insertInto(CONNECTION)
                .set(CONNECTION.SERVICE_DESK_ID, transaction.serviceDeskId())
                .set(CONNECTION.CLOUD, cloud.name())
                .set(CONNECTION.CONSENT, ConsentState.PENDING.name())
                .set(CONNECTION.UPDATED_AT, now)
                .onConflict(CONNECTION.SERVICE_DESK_ID)
                .doUpdate()
                .set(CONNECTION.CLOUD, cloud.name())
                .set(CONNECTION.UPDATED_AT, now)
                .execute();
    }

    @Override
    public void link(DeskTransaction transaction, MicrosoftTenant tenant, Instant now) {
        try {
            write(transaction, tenant, now);
        } catch (RuntimeException e) {
            throw isUniqueViolation(e) ? new TenantTakenException(e) : e;
        }
    }

    private static void write(DeskTransaction transaction, MicrosoftTenant tenant, Instant now) {
        sql(transaction)
                .insertInto(CONNECTION)
                .set(CONNECTION.SERVICE_DESK_ID, transaction.serviceDeskId())
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

    private static boolean isUniqueViolation(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void consent(DeskTransaction transaction, ConsentState consent, Instant now) {
        sql(transaction)
                .update(CONNECTION)
                .set(CONNECTION.CONSENT, consent.name())
                .set(CONNECTION.UPDATED_AT, now)
                .execute();
    }

    @Override
    public void checked(
            DeskTransaction transaction, Set<GraphPermission> permissions, Instant now) {
        sql(transaction)
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

    @Override
    public void delete(DeskTransaction transaction) {
        sql(transaction).deleteFrom(CONNECTION).execute();
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
