package org.teamsavailability.mapping.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * The secret of an API key: {@code ta_sk_} and 256 bits, random or derived from another secret. It
 * is shown to who makes it; kept is its SHA-256, which needs no salt, because such a secret cannot
 * be guessed.
 */
public final class ApiKeySecret {

    private static final String PREFIX = "ta_sk_";
    private static final String DERIVATION = "teams-availability api key";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final String text;

    private ApiKeySecret(String text) {
        this.text = text;
    }

    static ApiKeySecret random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return of(bytes);
    }

    /**
     * The same for the same two: without the other secret, nobody can tell it from a random one.
     *
     * @param from a secret that is not kept
     * @param salt 32 random bytes
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869, HKDF</a>
     */
    static ApiKeySecret derived(ApiKeySecret from, byte[] salt) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(from.text.getBytes(StandardCharsets.UTF_8))
                            .addSalt(salt)
                            .thenExpand(DERIVATION.getBytes(StandardCharsets.UTF_8), BYTES);
            return of(KDF.getInstance("HKDF-SHA256").deriveData(parameters));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java from 25 on has HKDF-SHA256", e);
        }
    }

    private static ApiKeySecret of(byte[] bytes) {
        return new ApiKeySecret(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Reads what a request presents.
     *
     * @return null where it is no key
     */
    public static @Nullable ApiKeySecret of(String presented) {
        return FORM.matcher(presented).matches() ? new ApiKeySecret(presented) : null;
    }

    /** To be shown to the caller who asked for the key. */
    public String reveal() {
        return text;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "ApiKeySecret[redacted]";
    }
}
