package org.teamsavailability.mapping.technician;

import static org.teamsavailability.mapping.database.Tables.MAPPING;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The mappings of the transaction's desk. */
final class MappingRows {

    private MappingRows() {}

    /** A technician that has an account. */
    record Holder(String technicianId, MappingOrigin origin, long version) {}

    /** Who else has the account of this mapping: nobody, or one active technician. */
    static @Nullable Holder other(DSLContext transaction, String technicianId, Mapping mapping) {
        return transaction
                .selectFrom(MAPPING)
                .where(MAPPING.PUBLISHED_ACCOUNT.eq(mapping.microsoftUserId()))
                .and(MAPPING.TECHNICIAN_ID.ne(technicianId))
                .fetchOne(row ->
                        new Holder(
                                row.getTechnicianId(),
                                MappingOrigin.valueOf(row.getOrigin()),
                                row.getVersion()));
    }

    /**
     * Writes the first mapping of a technician.
     *
     * @return false where there is one already
     */
    static boolean insert(
            DSLContext transaction, String serviceDeskId, String technicianId, Mapping mapping) {
        return transaction
                        .insertInto(MAPPING)
                        .set(MAPPING.SERVICE_DESK_ID, serviceDeskId)
                        .set(MAPPING.TECHNICIAN_ID, technicianId)
                        .set(MAPPING.MICROSOFT_TENANT_ID, mapping.microsoftTenantId())
                        .set(MAPPING.MICROSOFT_USER_ID, mapping.microsoftUserId())
                        .set(MAPPING.USER_PRINCIPAL_NAME, mapping.userPrincipalName())
                        .set(MAPPING.ORIGIN, mapping.origin().name())
                        .set(MAPPING.ACCOUNT_STATE, mapping.accountState().name())
                        .set(MAPPING.VERSION, mapping.version())
                        .set(MAPPING.UPDATED_AT, mapping.updatedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /**
     * Writes another mapping over the one before, whose version is one less.
     *
     * @return false where that is no longer the one there is
     */
    static boolean update(DSLContext transaction, String technicianId, Mapping mapping) {
        return transaction
                        .update(MAPPING)
                        .set(MAPPING.MICROSOFT_TENANT_ID, mapping.microsoftTenantId())
                        .set(MAPPING.MICROSOFT_USER_ID, mapping.microsoftUserId())
                        .set(MAPPING.USER_PRINCIPAL_NAME, mapping.userPrincipalName())
                        .set(MAPPING.ORIGIN, mapping.origin().name())
                        .set(MAPPING.ACCOUNT_STATE, mapping.accountState().name())
                        .set(MAPPING.VERSION, mapping.version())
                        .set(MAPPING.UPDATED_AT, mapping.updatedAt())
                        .where(MAPPING.TECHNICIAN_ID.eq(technicianId))
                        .and(MAPPING.VERSION.eq(mapping.version() - 1))
                        .execute()
                == 1;
    }

    /**
     * Removes a mapping.
     *
     * @return false where this version of it is no longer there
     */
    static boolean delete(DSLContext transaction, String technicianId, long version) {
        return transaction
                        .deleteFrom(MAPPING)
                        .where(MAPPING.TECHNICIAN_ID.eq(technicianId))
                        .and(MAPPING.VERSION.eq(version))
                        .execute()
                == 1;
    }
}
