package org.teamsavailability.mapping.access;

import static java.util.Objects.requireNonNull;
import static org.teamsavailability.mapping.database.Tables.API_KEY;
import static org.teamsavailability.mapping.database.Tables.DESK_OF_API_KEY;

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
import org.teamsavailability.mapping.database.tables.records.ApiKeyRecord;

/** The keys of the transaction's desk. */
final class ApiKeyRows {

    private ApiKeyRows() {}

    record Owner(String serviceDeskId, UUID apiKeyId) {}

    /** Crosses desks: it finds out whose key it is. */
    static @Nullable Owner ownerOf(DSLContext database, byte[] hash) {
        return database.selectFrom(DESK_OF_API_KEY.call(hash))
                .fetchOne(row ->
                        new Owner(
                                requireNonNull(row.getServiceDeskId()),
                                requireNonNull(row.getApiKeyId())));
    }

    static @Nullable ApiKey find(DSLContext transaction, UUID id) {
        return transaction
                .selectFrom(API_KEY)
                .where(API_KEY.API_KEY_ID.eq(id))
                .fetchOne(ApiKeyRows::key);
    }

    /** The same, and keeps others from changing it until the transaction ends. */
    static @Nullable ApiKey lock(DSLContext transaction, UUID id) {
        return transaction
                .selectFrom(API_KEY)
                .where(API_KEY.API_KEY_ID.eq(id))
                .forUpdate()
                .fetchOne(ApiKeyRows::key);
    }

    /** How many are taken. */
    static int countTaken(DSLContext transaction, Instant now) {
        return transaction.fetchCount(
                API_KEY,
                API_KEY.REVOKED_AT
                        .isNull()
                        .and(API_KEY.EXPIRES_AT.isNull().or(API_KEY.EXPIRES_AT.gt(now))));
    }

    /** Newest first. */
    static List<ApiKey> all(DSLContext transaction) {
        return transaction
                .selectFrom(API_KEY)
                .orderBy(API_KEY.CREATED_AT.desc(), API_KEY.API_KEY_ID)
                .fetch(ApiKeyRows::key);
    }

    static void insert(DSLContext transaction, String serviceDeskId, ApiKey key, byte[] hash) {
        transaction
                .insertInto(API_KEY)
                .set(API_KEY.API_KEY_ID, key.id())
                .set(API_KEY.SERVICE_DESK_ID, serviceDeskId)
                .set(API_KEY.NAME, key.name())
                .set(API_KEY.KEY_HASH, hash)
                .set(API_KEY.SCOPES, names(key.scopes()))
                .set(API_KEY.CREATED_AT, key.createdAt())
                .execute();
    }

    static void expire(DSLContext transaction, UUID id, Instant at) {
        transaction
                .update(API_KEY)
                .set(API_KEY.EXPIRES_AT, at)
                .where(API_KEY.API_KEY_ID.eq(id))
                .execute();
    }

    static void revoke(DSLContext transaction, UUID id, Instant at) {
        transaction
                .update(API_KEY)
                .set(API_KEY.REVOKED_AT, at)
                .where(API_KEY.API_KEY_ID.eq(id))
                .execute();
    }

    static void deleteEnded(DSLContext transaction, Instant before) {
        transaction
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
