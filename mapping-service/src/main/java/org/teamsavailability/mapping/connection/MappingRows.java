package org.teamsavailability.mapping.connection;

import static org.teamsavailability.mapping.database.Tables.MAPPING;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** What becomes of the mappings of the transaction's desk when its connection changes. */
final class MappingRows {

    static final String AUTO_MAPPED = "AUTO_MAPPED";
    static final String MANUAL = "MANUAL";

    private MappingRows() {}

    static int count(DSLContext transaction, String origin) {
        return transaction.fetchCount(MAPPING, MAPPING.ORIGIN.eq(origin));
    }

    /** The technicians whose mapping was deleted. */
    static List<String> deleteAutoMapped(DSLContext transaction) {
        return transaction
                .deleteFrom(MAPPING)
                .where(MAPPING.ORIGIN.eq(AUTO_MAPPED))
                .returning(MAPPING.TECHNICIAN_ID)
                .fetch(MAPPING.TECHNICIAN_ID);
    }

    /** The technicians whose mapping was deleted. */
    static List<String> deleteOfOtherTenants(DSLContext transaction, UUID microsoftTenantId) {
        return transaction
                .deleteFrom(MAPPING)
                .where(MAPPING.MICROSOFT_TENANT_ID.ne(microsoftTenantId))
                .returning(MAPPING.TECHNICIAN_ID)
                .fetch(MAPPING.TECHNICIAN_ID);
    }
}
