package org.teamsavailability.mapping.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** Makes API keys, within a transaction of their desk that is open. */
final class KeyIssuer {

    private final ApiKeyStore keys;
    private final Audit audit;
    private final SecureRandom random;
    private final Clock clock;

    KeyIssuer(ApiKeyStore keys, Audit audit, SecureRandom random, Clock clock) {
        this.keys = keys;
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
    NewApiKey create(DeskTransaction transaction, Wish wish, String actor) {
        transaction.lockDesk();
        if (keys.countTaken(transaction, now()) >= ApiKeys.MOST) {
            throw new ApiKeyRefusal.TooMany(ApiKeys.MOST).exception();
        }
        var key = new ApiKey(UUID.randomUUID(), wish.name(), wish.scopes(), now(), null, null);
        keys.insert(transaction, key, wish.secret().hash());
        audit.record(transaction, actor, "api-key.created", null, details(key));
        return new NewApiKey(key, wish.secret());
    }

    /**
     * On behalf of a key, which gives no scope that it does not have.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     ApiKeyRefusal.ScopeMissing} where it would
     */
    NewApiKey create(DeskTransaction transaction, Caller caller, Wish wish) {
        refuseScopesBeyond(caller, wish.scopes());
        return create(transaction, wish, caller.actor());
    }

    /**
     * Makes a key like this one, which is taken for another {@link ApiKeys#OVERLAP}.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     ApiKeyRefusal.ScopeMissing} where it has a scope that the caller does not have
     */
    NewApiKey rotate(DeskTransaction transaction, Caller caller, UUID id, ApiKeySecret secret) {
        transaction.lockDesk();
        var old = taken(transaction, id);
        refuseScopesBeyond(caller, old.scopes());
        if (old.expiresAt() != null) {
            throw new ApiKeyRefusal.AlreadyRotated(id, old.expiresAt()).exception();
        }
        keys.expire(transaction, id, now().plus(ApiKeys.OVERLAP));
        audit.record(transaction, caller.actor(), "api-key.rotated", null, details(old));
        return create(transaction, caller, new Wish(old.name(), old.scopes(), secret));
    }

    /** Ends a key at once. */
    void revoke(DeskTransaction transaction, UUID id, String actor) {
        var key = taken(transaction, id);
        keys.revoke(transaction, id, now());
        audit.record(transaction, actor, "api-key.revoked", null, details(key));
    }

    private ApiKey taken(DeskTransaction transaction, UUID id) {
        var key = keys.lock(transaction, id);
        if (key == null || !key.isTakenAt(now())) {
            throw new ApiKeyRefusal.NotFound(id).exception();
        }
        return key;
    }

    private static void refuseScopesBeyond(Caller caller, Set<Scope> scopes) {
        if (!caller.scopes().containsAll(scopes)) {
            throw new ApiKeyRefusal.ScopeMissing().exception();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Map<String, Object> details(ApiKey key) {
        return Map.of("apiKeyId", key.id().toString(), "name", key.name());
    }
}
