package org.teamsavailability.mapping.connection.persistence;

import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.connection.ConnectedMappings;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** The mappings of the transaction's desk. */
@Component
public final class ConnectedMappingRows implements ConnectedMappings {

    private static final String AUTO_MAPPED = "AUTO_MAPPED";
    private static final String MANUAL = "MANUAL";

    @Override
    public int countAutoMapped(DeskTransaction transaction) {
        return count(transaction, AUTO_MAPPED);
    }

    @Override
    public int countManual(DeskTransaction transaction) {
        return count(transaction, MANUAL);
    }

    private static int count(DeskTransaction transaction, String origin) {
        return sql(transaction).fetchCount(MAPPING, MAPPING.ORIGIN.eq(origin));
    }

    @Override
    public List<String> deleteAutoMapped(DeskTransaction transaction) {
        return sql(transaction)
                .deleteFrom(MAPPING)
                .where(MAPPING.ORIGIN.eq(AUTO_MAPPED))
                .returning(MAPPING.TECHNICIAN_ID)
                .fetch(MAPPING.TECHNICIAN_ID);
    }

    @Override
    public List<String> deleteOfOtherTenants(DeskTransaction transaction, UUID microsoftTenantId) {
        return sql(transaction)
                .deleteFrom(MAPPING)
                .where(MAPPING.MICROSOFT_TENANT_ID.ne(microsoftTenantId))
                .returning(MAPPING.TECHNICIAN_ID)
                .fetch(MAPPING.TECHNICIAN_ID);
    }
}
