package org.teamsavailability.mapping.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** The requests of the transaction's desk that made an API key and may be repeated. */
public interface ApiKeyRequestStore {

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

    /** Null where it was not sent before. */
    @Nullable Done find(DeskTransaction transaction, Sent sent);

    /** Remembers what came of a request. */
    void insert(DeskTransaction transaction, Sent sent, byte[] salt, ApiKey made);

    /** Deletes those of this time and before. */
    void deleteOlder(DeskTransaction transaction, Instant than);
}
