package org.teamsavailability.mapping.automap.persistence;

import static org.teamsavailability.mapping.database.Tables.CONNECTION;
import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.automap.Connection;
import org.teamsavailability.mapping.database.tables.records.ConnectionRecord;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** The transaction's desk: its connection, which is only read here, and whether it runs daily. */
final class DeskRows {

    private static final Connection NONE = new Connection(null, false);

    private DeskRows() {}

    static Connection connection(DeskTransaction transaction) {
        return Optional.ofNullable(
                        sql(transaction).selectFrom(CONNECTION).fetchOne(DeskRows::connection))
                .orElse(NONE);
    }

    /** The same, and keeps it as it is until the transaction ends. */
    static Connection lockedConnection(DeskTransaction transaction) {
        return Optional.ofNullable(
                        sql(transaction)
                                .selectFrom(CONNECTION)
                                .forShare()
                                .fetchOne(DeskRows::connection))
                .orElse(NONE);
    }

    static boolean isDaily(DeskTransaction transaction) {
        return Boolean.TRUE.equals(
                sql(transaction)
                        .select(SERVICE_DESK.DAILY_AUTO_MAP)
                        .from(SERVICE_DESK)
                        .fetchOne(SERVICE_DESK.DAILY_AUTO_MAP));
    }

    /** False where it was so before. */
    static boolean setDaily(DeskTransaction transaction, boolean daily) {
        return sql(transaction)
                        .update(SERVICE_DESK)
                        .set(SERVICE_DESK.DAILY_AUTO_MAP, daily)
                        .where(SERVICE_DESK.DAILY_AUTO_MAP.ne(daily))
                        .execute()
                == 1;
    }

    private static Connection connection(ConnectionRecord row) {
        @Nullable UUID tenant = row.getMicrosoftTenantId();
        return new Connection(
                tenant == null
                        ? null
                        : new MicrosoftTenant(MicrosoftCloud.valueOf(row.getCloud()), tenant),
                row.getConsent().equals("GRANTED"));
    }
}
