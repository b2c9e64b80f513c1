package org.teamsavailability.mapping.access;

import static org.teamsavailability.mapping.database.Tables.API_KEY_REQUEST;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The requests of the transaction's desk that made an API key and may be repeated. */
final class ApiKeyRequestRows {

    private ApiKeyRequestRows() {}

    /**
     * A request, by hashes.
     *
     * @param callingKeyId who sent it
     * @param keyHash of its idempotency key, SHA-256
     * @param requestHash of what it asked for, SHA-256
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sent(UUID callingKeyId, byte[] keyHash, byte[] requestHash) {}

    /** What came of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Done(byte[] requestHash, byte[] salt, UUID madeKeyId) {}

    static @Nullable Done find(DSLContext transaction, Sent sent) {
        return transaction
                .selectFrom(API_KEY_REQUEST)
                .where(API_KEY_REQUEST.CALLING_KEY_ID.eq(sent.callingKeyId()))
                .and(API_KEY_REQUEST.KEY_HASH.eq(sent.keyHash()))
                .fetchOne(row -> new Done(row.getRequestHash(), row.getSalt(), row.getMadeKeyId()));
    }

    static void insert(
            DSLContext transaction, String serviceDeskId, Sent sent, byte[] salt, ApiKey made) {
        transaction
                .insertInto(API_KEY_REQUEST)
                .set(API_KEY_REQUEST.SERVICE_DESK_ID, serviceDeskId)
                .set(API_KEY_REQUEST.CALLING_KEY_ID, sent.callingKeyId())
                .set(API_KEY_REQUEST.KEY_HASH, sent.keyHash())
                .set(API_KEY_REQUEST.REQUEST_HASH, sent.requestHash())
                .set(API_KEY_REQUEST.SALT, salt)
                .set(API_KEY_REQUEST.MADE_KEY_ID, made.id())
                .set(API_KEY_REQUEST.CREATED_AT, made.createdAt())
                .execute();
    }

    static void deleteOlder(DSLContext transaction, Instant than) {
        transaction
                .deleteFrom(API_KEY_REQUEST)
                .where(API_KEY_REQUEST.CREATED_AT.le(than))
                .execute();
    }
}
