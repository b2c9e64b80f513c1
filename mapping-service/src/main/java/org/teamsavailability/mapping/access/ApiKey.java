package org.teamsavailability.mapping.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key without its secret.
 *
 * @param name what it is for, in its owner's words
 * @param expiresAt from when it is no longer taken; null while it was not rotated
 * @param revokedAt since when it is no longer taken; null while it is
 */
public record ApiKey(
        UUID id,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    boolean isTakenAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
