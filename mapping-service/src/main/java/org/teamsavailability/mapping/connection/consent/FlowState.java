package org.teamsavailability.mapping.connection.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What ties a step of the consent flow to the one before: 256 random bits, good for one use. Kept
 * is its SHA-256, which needs no salt, because such a value cannot be guessed.
 */
public final class FlowState {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String text;

    private FlowState(String text) {
        this.text = text;
    }

    static FlowState random(SecureRandom random) {
        return new FlowState(randomText(random));
    }

    /** 256 random bits in 43 characters that may stand in a URL. */
    static String randomText(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return base64Url(bytes);
    }

    /** The S256 challenge of a code verifier, RFC 7636 section 4.2. */
    public static String challenge(String codeVerifier) {
        return base64Url(sha256(codeVerifier));
    }

    /**
     * Reads what a browser brings.
     *
     * @return null where it is none
     */
    static @Nullable FlowState of(@Nullable String presented) {
        return presented != null && FORM.matcher(presented).matches()
                ? new FlowState(presented)
                : null;
    }

    /** For the browser that continues it. */
    public String reveal() {
        return text;
    }

    byte[] hash() {
        return sha256(text);
    }

    /** Takes the same time wherever they differ. */
    boolean isSameAs(@Nullable String other) {
        return other != null && MessageDigest.isEqual(bytes(text), bytes(other));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "FlowState[redacted]";
    }
}
