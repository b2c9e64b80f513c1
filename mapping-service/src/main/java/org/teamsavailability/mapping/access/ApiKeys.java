package org.teamsavailability.mapping.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;
import org.teamsavailability.mapping.web.Problem;

/** The API keys of service desks. */
public final class ApiKeys {

    /** How long a rotated key is still taken. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** How long a key that was revoked or has expired is still listed. */
    public static final Duration SHOWN_AFTER_END = Duration.ofDays(90);

    /** Keys of a desk that are taken at a time. */
    static final int MOST = 100;

    private final DSLContext database;
    private final DeskTransactions transactions;
    private final Audit audit;
    private final SecureRandom random;
    private final Clock clock;

    public ApiKeys(
            DSLContext database,
            DeskTransactions transactions,
            Audit audit,
            SecureRandom random,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Who presents this key.
     *
     * @return null where nobody's key is it, or it is not taken any more; which of the two is not
     *     said
     */
    public @Nullable Caller caller(String presented) {
        var secret = ApiKeySecret.of(presented);
        var owner = secret == null ? null : ApiKeyRows.ownerOf(database, secret.hash());
        if (owner == null) {
            return null;
        }
        var key =
                transactions.<@Nullable ApiKey>in(
                        owner.serviceDeskId(), it -> ApiKeyRows.find(it, owner.apiKeyId()));
        return key == null || !key.isTakenAt(clock.instant())
                ? null
                : new Caller(owner.serviceDeskId(), key.id(), key.scopes(), "key:" + key.id());
    }

    /** The keys of a desk, newest first, those that ended too. */
    public List<ApiKey> all(String serviceDeskId) {
        return transactions.in(serviceDeskId, ApiKeyRows::all);
    }

    /**
     * Makes a key.
     *
     * @param name 1 to 100 characters
     */
    public NewApiKey create(String serviceDeskId, String name, Set<Scope> scopes, String actor) {
        return transactions.in(serviceDeskId, it -> create(it, serviceDeskId, name, scopes, actor));
    }

    /** The same within a transaction that is open. */
    public NewApiKey create(
            DSLContext transaction,
            String serviceDeskId,
            String name,
            Set<Scope> scopes,
            String actor) {
        ServiceDesks.lock(transaction);
        if (ApiKeyRows.countTaken(transaction, now()) >= MOST) {
            throw Problem.conflict(
                    "too-many-keys",
                    "The service desk has too many API keys",
                    "The service desk has %d keys that are taken, revoke one first."
                            .formatted(MOST));
        }
        var secret = ApiKeySecret.random(random);
        var key = new ApiKey(UUID.randomUUID(), name, scopes, now(), null, null);
        ApiKeyRows.insert(transaction, serviceDeskId, key, secret.hash());
        audit.record(transaction, serviceDeskId, actor, "api-key.created", null, details(key));
        return new NewApiKey(key, secret);
    }

    /**
     * The same on behalf of a key, which gives no scope that it does not have.
     *
     * @throws Problem 403 where it would
     */
    public NewApiKey create(Caller caller, String name, Set<Scope> scopes) {
        return create(caller.serviceDeskId(), name, given(caller, scopes), caller.actor());
    }

    /**
     * Makes a key like this one, which is taken for another {@link #OVERLAP}.
     *
     * @throws Problem 403 where it has a scope that the caller does not have
     */
    public NewApiKey rotate(Caller caller, UUID id) {
        var serviceDeskId = caller.serviceDeskId();
        var actor = caller.actor();
        return transactions.in(
                serviceDeskId,
                transaction -> {
                    ServiceDesks.lock(transaction);
                    var old = taken(transaction, id);
                    given(caller, old.scopes());
                    if (old.expiresAt() != null) {
                        throw Problem.conflict(
                                "already-rotated",
                                "The key was rotated before",
                                "The key %s ends at %s; rotate the key that was made in its place, or create another."
                                        .formatted(id, old.expiresAt()));
                    }
                    ApiKeyRows.expire(transaction, id, now().plus(OVERLAP));
                    audit.record(
                            transaction,
                            serviceDeskId,
                            actor,
                            "api-key.rotated",
                            null,
                            details(old));
                    return create(transaction, serviceDeskId, old.name(), old.scopes(), actor);
                });
    }

    /** Ends a key at once. */
    public void revoke(String serviceDeskId, UUID id, String actor) {
        transactions.run(
                serviceDeskId,
                transaction -> {
                    var key = taken(transaction, id);
                    ApiKeyRows.revoke(transaction, id, now());
                    audit.record(
                            transaction,
                            serviceDeskId,
                            actor,
                            "api-key.revoked",
                            null,
                            details(key));
                });
    }

    /** Deletes keys that ended more than {@link #SHOWN_AFTER_END} ago; the audit remembers them. */
    public void forgetEnded(String serviceDeskId) {
        transactions.run(
                serviceDeskId, it -> ApiKeyRows.deleteEnded(it, now().minus(SHOWN_AFTER_END)));
    }

    private ApiKey taken(DSLContext transaction, UUID id) {
        var key = ApiKeyRows.lock(transaction, id);
        if (key == null || !key.isTakenAt(now())) {
            throw Problem.notFound("API key", id.toString());
        }
        return key;
    }

    private static Set<Scope> given(Caller caller, Set<Scope> scopes) {
        if (!caller.scopes().containsAll(scopes)) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "scope-missing",
                    "The API key has not this scope",
                    "A key gives no scope that it does not have; use another key.");
        }
        return scopes;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Map<String, Object> details(ApiKey key) {
        return Map.of("apiKeyId", key.id().toString(), "name", key.name());
    }
}
