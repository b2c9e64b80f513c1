package org.teamsavailability.mapping.connection.persistence;

import static org.teamsavailability.mapping.database.Tables.MAPPING;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** What becomes of the mappings of the transaction's desk when its connection changes. */
public final class ConnectedMappingRows {

    public static final String AUTO_MAPPED = "AUTO_MAPPED";
    public static final String MANUAL = "MANUAL";

    private ConnectedMappingRows() {}

    public static int count(DSLContext transaction, String origin) {
        return transaction.fetchCount(MAPPING, MAPPING.ORIGIN.eq(origin));
    }

    /** The technicians whose mapping was deleted. */
    public static List<String> deleteAutoMapped(DSLContext transaction) {
        return transaction
                .deleteFrom(MAPPING)
                .where(MAPPING.ORIGIN.eq(AUTO_MAPPED))
                .returning(MAPPING.TECHNICIAN_ID)
                .fetch(MAPPING.TECHNICIAN_ID);
    }

    /** The technicians whose mapping was deleted. */
    public static List<String> deleteOfOtherTenants(
            DSLContext transaction, UUID microsoftTenantId) {
        return transaction
                .deleteFrom(MAPPING)
                .where(MAPPING.MICROSOFT_TENANT_ID.ne(microsoftTenantId))
                .returning(MAPPING.TECHNICIAN_ID)
                .fetch(MAPPING.TECHNICIAN_ID);
    }
}
