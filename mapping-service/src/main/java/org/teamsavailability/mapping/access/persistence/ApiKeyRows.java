package org.teamsavailability.mapping.access.persistence;

import static java.util.Objects.requireNonNull;
import static org.teamsavailability.mapping.database.Tables.API_KEY;
import static org.teamsavailability.mapping.database.Tables.DESK_OF_API_KEY;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.access.ApiKey;
import org.teamsavailability.mapping.access.ApiKeyStore;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.database.tables.records.ApiKeyRecord;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** The keys of the transaction's desk. */
@Component
public final class ApiKeyRows implements ApiKeyStore {

    private final DSLContext database;

    public ApiKeyRows(DSLContext database) {
        this.database = database;
    }

    @Override
    public @Nullable Owner ownerOf(byte[] hash) {
        return database.selectFrom(DESK_OF_API_KEY.call(hash))
                .fetchOne(row ->
                        new Owner(
                                requireNonNull(row.getServiceDeskId()),
                                requireNonNull(row.getApiKeyId())));
    }

    @Override
    public @Nullable ApiKey find(DeskTransaction transaction, UUID id) {
        return sql(transaction)
                .selectFrom(API_KEY)
                .where(API_KEY.API_KEY_ID.eq(id))
                .fetchOne(ApiKeyRows::key);
    }

    @Override
    public @Nullable ApiKey lock(DeskTransaction transaction, UUID id) {
        return sql(transaction)
                .selectFrom(API_KEY)
                .where(API_KEY.API_KEY_ID.eq(id))
                .forUpdate()
                .fetchOne(ApiKeyRows::key);
    }

    @Override
    public int countTaken(DeskTransaction transaction, Instant now) {
        return sql(transaction)
                .fetchCount(
                        API_KEY,
                        API_KEY.REVOKED_AT
                                .isNull()
                                .and(API_KEY.EXPIRES_AT.isNull().or(API_KEY.EXPIRES_AT.gt(now))));
    }

    @Override
    public List<ApiKey> all(DeskTransaction transaction) {
        return sql(transaction)
                .selectFrom(API_KEY)
                .orderBy(API_KEY.CREATED_AT.desc(), API_KEY.API_KEY_ID)
                .fetch(ApiKeyRows::key);
    }

    @Override
    public void insert(DeskTransaction transaction, ApiKey key, byte[] hash) {
        sql(transaction)
                .insertInto(API_KEY)
                .set(API_KEY.API_KEY_ID, key.id())
                .set(API_KEY.SERVICE_DESK_ID, transaction.serviceDeskId())
                .set(API_KEY.NAME, key.name())
                .set(API_KEY.KEY_HASH, hash)
                .set(API_KEY.SCOPES, names(key.scopes()))
                .set(API_KEY.CREATED_AT, key.createdAt())
                .execute();
    }

    @Override
    public void expire(DeskTransaction transaction, UUID id, Instant at) {
        sql(transaction)
                .update(API_KEY)
                .set(API_KEY.EXPIRES_AT, at)
                .where(API_KEY.API_KEY_ID.eq(id))
                .execute();
    }

    @Override
    public void revoke(DeskTransaction transaction, UUID id, Instant at) {
        sql(transaction)
                .update(API_KEY)
                .set(API_KEY.REVOKED_AT, at)
                .where(API_KEY.API_KEY_ID.eq(id))
                .execute();
    }

    @Override
    public void deleteEnded(DeskTransaction transaction, Instant before) {
        sql(transaction)
                .deleteFrom(API_KEY)
                .where(API_KEY.REVOKED_AT.lt(before).or(API_KEY.EXPIRES_AT.lt(before)))
                .execute();
    }

    private static ApiKey key(ApiKeyRecord row) {
        return new ApiKey(
                row.getApiKeyId(),
                row.getName(),
                Arrays.stream(row.getScopes())
                        .map(name -> Scope.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getRevokedAt());
    }

    private static String[] names(Set<Scope> scopes) {
        return scopes.stream()
                .sorted(Comparator.naturalOrder())
                .map(Scope::wireName)
                .toArray(String[]::new);
    }
}
