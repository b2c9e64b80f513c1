package org.teamsavailability.mapping.technician.persistence;

import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.technician.AccountState;
import org.teamsavailability.mapping.technician.Mapping;
import org.teamsavailability.mapping.technician.MappingOrigin;
import org.teamsavailability.mapping.technician.MappingStore;

/** The mappings of the transaction's desk. */
@Component
public final class MappingRows implements MappingStore {

    @Override
    public @Nullable Holder other(
            DeskTransaction transaction, String technicianId, Mapping mapping) {
        return sql(transaction)
                .selectFrom(MAPPING)
                .where(MAPPING.PUBLISHED_ACCOUNT.eq(mapping.microsoftUserId()))
                .and(MAPPING.TECHNICIAN_ID.ne(technicianId))
                .fetchOne(row ->
                        new Holder(
                                row.getTechnicianId(),
                                MappingOrigin.valueOf(row.getOrigin()),
                                row.getVersion()));
    }

    @Override
    public boolean insert(DeskTransaction transaction, String technicianId, Mapping mapping) {
        return sql(transaction)
                        .insertInto(MAPPING)
                        .set(MAPPING.SERVICE_DESK_ID, transaction.serviceDeskId())
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

    @Override
    public boolean update(DeskTransaction transaction, String technicianId, Mapping mapping) {
        return sql(transaction)
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

    @Override
    public boolean delete(DeskTransaction transaction, String technicianId, long version) {
        return sql(transaction)
                        .deleteFrom(MAPPING)
                        .where(MAPPING.TECHNICIAN_ID.eq(technicianId))
                        .and(MAPPING.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /**
     * The mapping in a row that has every column of it.
     *
     * @return null where the technician of the row has none
     */
    public static @Nullable Mapping mapping(Record row) {
        if (row.get(MAPPING.MICROSOFT_USER_ID) == null) {
            return null;
        }
        var mapping = row.into(MAPPING);
        return new Mapping(
                mapping.getMicrosoftTenantId(),
                mapping.getMicrosoftUserId(),
                mapping.getUserPrincipalName(),
                MappingOrigin.valueOf(mapping.getOrigin()),
                AccountState.valueOf(mapping.getAccountState()),
                mapping.getVersion(),
                mapping.getUpdatedAt());
    }
}
