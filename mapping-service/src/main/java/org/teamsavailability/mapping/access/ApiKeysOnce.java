package org.teamsavailability.mapping.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;

/**
 * Makes an API key once, however often its request is repeated within {@link #KEPT}. A repeat gets
 * the same key with the same secret, although no secret is kept: it is derived from the secret of
 * the calling key, which the repeat presents again, and from a random salt, which is kept. So the
 * database alone gives no secret away, and nobody but the calling key gets one again. Of two
 * requests at once, the second waits for the first.
 */
public final class ApiKeysOnce {

    /** How long a repeat is known; a later one makes another key. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final int SALT_BYTES = 32;

    private final ApiKeyStore keys;
    private final ApiKeyRequestStore requests;
    private final KeyIssuer issuer;
    private final DeskTransactions transactions;
    private final SecureRandom random;
    private final Clock clock;

    public ApiKeysOnce(
            ApiKeyStore keys,
            ApiKeyRequestStore requests,
            DeskTransactions transactions,
            Audit audit,
            SecureRandom random,
            Clock clock) {
        this.keys = keys;
        this.requests = requests;
        this.issuer = new KeyIssuer(keys, audit, random, clock);
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Makes a key as {@link ApiKeys#create(Caller, String, Set)} does.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     ApiKeyRefusal.IdempotencyKeyReused} where the idempotency key was sent with another
     *     request, {@link ApiKeyRefusal.Ended} where the key that was made has ended by now
     */
    public NewApiKey create(
            Caller caller, RepeatableRequest request, String name, Set<Scope> scopes) {
        var asked =
                Stream.concat(
                        Stream.of("create", name),
                        new TreeSet<>(scopes).stream().map(Scope::wireName));
        return once(
                caller,
                request,
                hash(asked),
                (transaction, secret) ->
                        issuer.create(
                                transaction, caller, new KeyIssuer.Wish(name, scopes, secret)));
    }

    /**
     * Rotates a key as {@link ApiKeys#rotate(Caller, UUID)} does.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException as {@link #create} does
     */
    public NewApiKey rotate(Caller caller, RepeatableRequest request, UUID id) {
        return once(
                caller,
                request,
                hash(Stream.of("rotate", id.toString())),
                (transaction, secret) -> issuer.rotate(transaction, caller, id, secret));
    }

    private NewApiKey once(
            Caller caller,
            RepeatableRequest request,
            byte[] requestHash,
            BiFunction<DeskTransaction, ApiKeySecret, NewApiKey> work) {
        var sent =
                new ApiKeyRequestStore.Sent(
                        caller.apiKeyId(), hash(Stream.of(request.idempotencyKey())), requestHash);
        return transactions.in(
                caller.serviceDeskId(),
                transaction -> {
                    transaction.lockDesk();
                    forgetOld(transaction);
                    var done = requests.find(transaction, sent);
                    if (done != null) {
                        return repeated(transaction, request, sent, done);
                    }
                    var salt = new byte[SALT_BYTES];
                    random.nextBytes(salt);
                    var made =
                            work.apply(
                                    transaction, ApiKeySecret.derived(request.presented(), salt));
                    requests.insert(transaction, sent, salt, made.key());
                    return made;
                });
    }

    private NewApiKey repeated(
            DeskTransaction transaction,
            RepeatableRequest request,
            ApiKeyRequestStore.Sent sent,
            ApiKeyRequestStore.Done done) {
        if (!Arrays.equals(sent.requestHash(), done.requestHash())) {
            throw new ApiKeyRefusal.IdempotencyKeyReused().exception();
        }
        var key = Objects.requireNonNull(keys.find(transaction, done.madeKeyId()));
        if (!key.isTakenAt(clock.instant())) {
            throw new ApiKeyRefusal.Ended(key.id()).exception();
        }
        return new NewApiKey(key, ApiKeySecret.derived(request.presented(), done.salt()));
    }

    /** Deletes the requests of a desk that are too old to be repeated. */
    public void forgetOld(String serviceDeskId) {
        transactions.run(serviceDeskId, this::forgetOld);
    }

    private void forgetOld(DeskTransaction transaction) {
        requests.deleteOlder(
                transaction, clock.instant().minus(KEPT).truncatedTo(ChronoUnit.MILLIS));
    }

    /** SHA-256 of texts without control characters. */
    private static byte[] hash(Stream<String> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach(text -> {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
