package org.teamsavailability.mapping.access.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.access.ApiKey;
import org.teamsavailability.mapping.access.NewApiKey;
import org.teamsavailability.mapping.access.Scope;

/** A key, as the API shows it; its secret is not kept. */
@Schema(name = "ApiKey")
record ApiKeyAnswer(
        UUID id,
        String name,
        Set<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** A key that was just made. {@code secret} is shown in the response to its request only. */
    @Schema(name = "NewApiKey")
    record Created(UUID id, String name, Set<String> scopes, Instant createdAt, String secret) {

        static Created of(NewApiKey made) {
            var key = made.key();
            return new Created(
                    key.id(),
                    key.name(),
                    names(key.scopes()),
                    key.createdAt(),
                    made.secret().reveal());
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Created[id=" + id + "]";
        }
    }

    static ApiKeyAnswer of(ApiKey key) {
        return new ApiKeyAnswer(
                key.id(),
                key.name(),
                names(key.scopes()),
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt());
    }

    private static Set<String> names(Set<Scope> scopes) {
        var names = new TreeSet<String>();
        scopes.forEach(scope -> names.add(scope.wireName()));
        return names;
    }
}
