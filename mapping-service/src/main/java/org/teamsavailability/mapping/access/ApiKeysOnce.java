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
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.desk.persistence.ServiceDeskRows;
import org.teamsavailability.mapping.web.Problem;

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

    private final KeyIssuer issuer;
    private final PostgresDeskTransactions transactions;
    private final SecureRandom random;
    private final Clock clock;

    public ApiKeysOnce(
            PostgresDeskTransactions transactions,
            AuditRows audit,
            SecureRandom random,
            Clock clock) {
        this.issuer = new KeyIssuer(audit, random, clock);
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Makes a key as {@link ApiKeys#create(Caller, String, Set)} does.
     *
     * @throws Problem a 422 where the idempotency key was sent with another request, a 409 where
     *     the key that was made has ended by now
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
     * @throws Problem as {@link #create} does
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
            BiFunction<DSLContext, ApiKeySecret, NewApiKey> work) {
        var sent =
                new ApiKeyRequestRows.Sent(
                        caller.apiKeyId(), hash(Stream.of(request.idempotencyKey())), requestHash);
        return transactions.in(
                caller.serviceDeskId(),
                transaction -> {
                    ServiceDeskRows.lock(transaction);
                    forgetOld(transaction);
                    var done = ApiKeyRequestRows.find(transaction, sent);
                    if (done != null) {
                        return repeated(transaction, request, sent, done);
                    }
                    var salt = new byte[SALT_BYTES];
                    random.nextBytes(salt);
                    var made =
                            work.apply(
                                    transaction, ApiKeySecret.derived(request.presented(), salt));
                    ApiKeyRequestRows.insert(
                            transaction, caller.serviceDeskId(), sent, salt, made.key());
                    return made;
                });
    }

    private NewApiKey repeated(
            DSLContext transaction,
            RepeatableRequest request,
            ApiKeyRequestRows.Sent sent,
            ApiKeyRequestRows.Done done) {
        if (!Arrays.equals(sent.requestHash(), done.requestHash())) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "key-reused",
                    "The Idempotency-Key was used for another request",
                    "This Idempotency-Key came with another request in the last 24 hours. Use a new"
                            + " one for each new request.");
        }
        var key = Objects.requireNonNull(ApiKeyRows.find(transaction, done.madeKeyId()));
        if (!key.isTakenAt(clock.instant())) {
            throw Problem.conflict(
                    "key-ended",
                    "The API key has ended",
                    "The API key %s, which this request made, was revoked or has expired. Use a new Idempotency-Key to make another."
                            .formatted(key.id()));
        }
        return new NewApiKey(key, ApiKeySecret.derived(request.presented(), done.salt()));
    }

    /** Deletes the requests of a desk that are too old to be repeated. */
    public void forgetOld(String serviceDeskId) {
        transactions.run(serviceDeskId, this::forgetOld);
    }

    private void forgetOld(DSLContext transaction) {
        ApiKeyRequestRows.deleteOlder(
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
