package org.teamsavailability.mapping.access;

import java.time.Instant;
import java.util.UUID;
import org.teamsavailability.mapping.refusal.Refusal;

/** Why an API key is not made, found or ended. */
public sealed interface ApiKeyRefusal extends Refusal {

    /** The desk has no such key, or it has ended. */
    record NotFound(UUID id) implements ApiKeyRefusal {}

    /**
     * The desk has as many keys as it may have.
     *
     * @param most keys of a desk that are taken at a time
     */
    record TooMany(int most) implements ApiKeyRefusal {}

    /** A key that was rotated ends by itself. */
    record AlreadyRotated(UUID id, Instant expiresAt) implements ApiKeyRefusal {}

    /** A key gives no scope that it does not have. */
    record ScopeMissing() implements ApiKeyRefusal {}

    /** The idempotency key came with another request. */
    record IdempotencyKeyReused() implements ApiKeyRefusal {}

    /** The key that a repeated request made has ended by now. */
    record Ended(UUID id) implements ApiKeyRefusal {}
}
