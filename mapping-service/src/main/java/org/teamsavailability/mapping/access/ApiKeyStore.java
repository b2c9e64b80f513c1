package org.teamsavailability.mapping.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** Where API keys are kept; those of the transaction's desk, but for {@link #ownerOf}. */
public interface ApiKeyStore {

    /** Whose a key is. */
    record Owner(String serviceDeskId, UUID apiKeyId) {}

    /**
     * Crosses desks: it finds out whose key it is.
     *
     * @param hash SHA-256 of the key
     * @return null where it is nobody's
     */
    @Nullable Owner ownerOf(byte[] hash);

    /** Also one that ended; null where there is none. */
    @Nullable ApiKey find(DeskTransaction transaction, UUID id);

    /** The same, and keeps others from changing it until the transaction ends. */
    @Nullable ApiKey lock(DeskTransaction transaction, UUID id);

    /** How many are taken. */
    int countTaken(DeskTransaction transaction, Instant now);

    /** Newest first. */
    List<ApiKey> all(DeskTransaction transaction);

    /** Adds one, by its SHA-256. */
    void insert(DeskTransaction transaction, ApiKey key, byte[] hash);

    /** Lets one end at this time. */
    void expire(DeskTransaction transaction, UUID id, Instant at);

    /** Ends one at once. */
    void revoke(DeskTransaction transaction, UUID id, Instant at);

    /** Deletes those that ended before this time. */
    void deleteEnded(DeskTransaction transaction, Instant before);
}
