package org.teamsavailability.mapping.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.desk.persistence.ServiceDeskRows;
import org.teamsavailability.mapping.web.Problem;

/** Makes API keys, within a transaction of their desk that is open. */
final class KeyIssuer {

    private final AuditRows audit;
    private final SecureRandom random;
    private final Clock clock;

    KeyIssuer(AuditRows audit, SecureRandom random, Clock clock) {
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /**
     * What a key is to be.
     *
     * @param name 1 to 100 characters
     */
    record Wish(String name, Set<Scope> scopes, ApiKeySecret secret) {}

    ApiKeySecret randomSecret() {
        return ApiKeySecret.random(random);
    }

    /** For an operator, whose key may have any scope. */
    NewApiKey create(DSLContext transaction, String serviceDeskId, Wish wish, String actor) {
        ServiceDeskRows.lock(transaction);
        if (ApiKeyRows.countTaken(transaction, now()) >= ApiKeys.MOST) {
            throw Problem.conflict(
                    "too-many-keys",
                    "The service desk has too many API keys",
                    "The service desk has %d keys that are taken, revoke one first."
                            .formatted(ApiKeys.MOST));
        }
        var key = new ApiKey(UUID.randomUUID(), wish.name(), wish.scopes(), now(), null, null);
        ApiKeyRows.insert(transaction, serviceDeskId, key, wish.secret().hash());
        audit.record(transaction, serviceDeskId, actor, "api-key.created", null, details(key));
        return new NewApiKey(key, wish.secret());
    }

    /**
     * On behalf of a key, which gives no scope that it does not have.
     *
     * @throws Problem 403 where it would
     */
    NewApiKey create(DSLContext transaction, Caller caller, Wish wish) {
        refuseScopesBeyond(caller, wish.scopes());
        return create(transaction, caller.serviceDeskId(), wish, caller.actor());
    }

    /**
     * Makes a key like this one, which is taken for another {@link ApiKeys#OVERLAP}.
     *
     * @throws Problem 403 where it has a scope that the caller does not have
     */
    NewApiKey rotate(DSLContext transaction, Caller caller, UUID id, ApiKeySecret secret) {
        ServiceDeskRows.lock(transaction);
        var old = taken(transaction, id);
        refuseScopesBeyond(caller, old.scopes());
        if (old.expiresAt() != null) {
            throw Problem.conflict(
                    "already-rotated",
                    "The key was rotated before",
                    "The key %s ends at %s; rotate the key that was made in its place, or create another."
                            .formatted(id, old.expiresAt()));
        }
        ApiKeyRows.expire(transaction, id, now().plus(ApiKeys.OVERLAP));
        audit.record(
                transaction,
                caller.serviceDeskId(),
                caller.actor(),
                "api-key.rotated",
                null,
                details(old));
        return create(transaction, caller, new Wish(old.name(), old.scopes(), secret));
    }

    /** Ends a key at once. */
    void revoke(DSLContext transaction, String serviceDeskId, UUID id, String actor) {
        var key = taken(transaction, id);
        ApiKeyRows.revoke(transaction, id, now());
        audit.record(transaction, serviceDeskId, actor, "api-key.revoked", null, details(key));
    }

    private ApiKey taken(DSLContext transaction, UUID id) {
        var key = ApiKeyRows.lock(transaction, id);
        if (key == null || !key.isTakenAt(now())) {
            throw Problem.notFound("API key", id.toString());
        }
        return key;
    }

    private static void refuseScopesBeyond(Caller caller, Set<Scope> scopes) {
        if (!caller.scopes().containsAll(scopes)) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "scope-missing",
                    "The API key lacks the required scope",
                    "An API key cannot give a scope that it lacks. Use a key with these scopes.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Map<String, Object> details(ApiKey key) {
        return Map.of("apiKeyId", key.id().toString(), "name", key.name());
    }
}
