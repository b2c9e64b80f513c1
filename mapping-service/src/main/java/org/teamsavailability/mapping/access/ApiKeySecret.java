package org.teamsavailability.mapping.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secret of an API key: {@code ta_sk_} and 256 random bits. It is shown once, when it is made;
 * kept is its SHA-256, which needs no salt, because such a secret cannot be guessed.
 */
public final class ApiKeySecret {

    private static final String PREFIX = "ta_sk_";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final String text;

    private ApiKeySecret(String text) {
        this.text = text;
    }

    static ApiKeySecret random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ApiKeySecret(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Reads what a request presents.
     *
     * @return null where it is no key
     */
    static @Nullable ApiKeySecret of(String presented) {
        return FORM.matcher(presented).matches() ? new ApiKeySecret(presented) : null;
    }

    /** To be shown once, to whoever asked for the key. */
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
