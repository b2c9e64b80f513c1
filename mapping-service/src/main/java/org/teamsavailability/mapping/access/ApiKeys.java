package org.teamsavailability.mapping.access;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** The API keys of service desks. */
public final class ApiKeys {

    /** How long a rotated key is still taken. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** How long a key that was revoked or has expired is still listed. */
    public static final Duration SHOWN_AFTER_END = Duration.ofDays(90);

    /** Keys of a desk that are taken at a time. */
    static final int MOST = 100;

    private final ApiKeyStore keys;
    private final DeskTransactions transactions;
    private final KeyIssuer issuer;
    private final Clock clock;

    /** By the hash of the key. Many calls with one key take at most one connection. */
    private final SharedQueries<ByteBuffer, @Nullable Caller> callers =
            new SharedQueries<>(hash -> find(hash.array()));

    public ApiKeys(
            ApiKeyStore keys,
            DeskTransactions transactions,
            Audit audit,
            SecureRandom random,
            Clock clock) {
        this.keys = keys;
        this.transactions = transactions;
        this.issuer = new KeyIssuer(keys, audit, random, clock);
        this.clock = clock;
    }

    /**
     * Who presents this key. The database is asked after the call began: a key that was revoked
     * before is not taken.
     *
     * @return null where nobody's key is it, or it is not taken any more; which of the two is not
     *     said
     */
    public @Nullable Caller caller(String presented) {
        var secret = ApiKeySecret.of(presented);
        return secret == null ? null : callers.get(ByteBuffer.wrap(secret.hash()));
    }

    private @Nullable Caller find(byte[] hash) {
        var owner = keys.ownerOf(hash);
        if (owner == null) {
            return null;
        }
        var key =
                transactions.<@Nullable ApiKey>in(
                        owner.serviceDeskId(), it -> keys.find(it, owner.apiKeyId()));
        return key == null || !key.isTakenAt(clock.instant())
                ? null
                : new Caller(owner.serviceDeskId(), key.id(), key.scopes(), "key:" + key.id());
    }

    /** The keys of a desk, newest first, those that ended too. */
    public List<ApiKey> all(String serviceDeskId) {
        return transactions.in(serviceDeskId, keys::all);
    }

    /**
     * A key of a desk, also one that ended.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link ApiKeyRefusal.NotFound}
     *     where it is not listed
     */
    public ApiKey get(String serviceDeskId, UUID id) {
        var found = transactions.<@Nullable ApiKey>in(serviceDeskId, it -> keys.find(it, id));
        if (found == null) {
            throw new ApiKeyRefusal.NotFound(id).exception();
        }
        return found;
    }

    /**
     * Makes a key.
     *
     * @param name 1 to 100 characters
     */
    public NewApiKey create(String serviceDeskId, String name, Set<Scope> scopes, String actor) {
        return transactions.in(serviceDeskId, it -> create(it, name, scopes, actor));
    }

    /** The same within a transaction that is open. */
    public NewApiKey create(
            DeskTransaction transaction, String name, Set<Scope> scopes, String actor) {
        return issuer.create(transaction, wish(name, scopes), actor);
    }

    /**
     * The same on behalf of a key, which gives no scope that it does not have.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     ApiKeyRefusal.ScopeMissing} where it would
     */
    public NewApiKey create(Caller caller, String name, Set<Scope> scopes) {
        return transactions.in(
                caller.serviceDeskId(), it -> issuer.create(it, caller, wish(name, scopes)));
    }

    private KeyIssuer.Wish wish(String name, Set<Scope> scopes) {
        return new KeyIssuer.Wish(name, scopes, issuer.randomSecret());
    }

    /**
     * Makes a key like this one, which is taken for another {@link #OVERLAP}.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     ApiKeyRefusal.ScopeMissing} where it has a scope that the caller does not have
     */
    public NewApiKey rotate(Caller caller, UUID id) {
        return transactions.in(
                caller.serviceDeskId(), it -> issuer.rotate(it, caller, id, issuer.randomSecret()));
    }

    /** Ends a key at once. */
    public void revoke(String serviceDeskId, UUID id, String actor) {
        transactions.run(serviceDeskId, it -> issuer.revoke(it, id, actor));
    }

    /** Deletes keys that ended more than {@link #SHOWN_AFTER_END} ago; the audit remembers them. */
    public void forgetEnded(String serviceDeskId) {
        transactions.run(serviceDeskId, it -> keys.deleteEnded(it, now().minus(SHOWN_AFTER_END)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
