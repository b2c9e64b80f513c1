package org.teamsavailability.simulator.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an authorization code stands for.
 *
 * @param tenant where the person signed in
 * @param account who signed in
 * @param application the {@code client_id}
 * @param redirectUri where the code was sent
 * @param scope what was asked for
 * @param nonce for the ID token; null without one
 * @param challenge of the code verifier, S256; null without one
 * @param expires when it ends
 */
record Code(
        UUID tenant,
        UUID account,
        String application,
        String redirectUri,
        String scope,
        @Nullable String nonce,
        @Nullable String challenge,
        Instant expires) {

    boolean isVerifiedBy(@Nullable String verifier) {
        if (challenge == null) {
            return true;
        }
        return verifier != null
                && MessageDigest.isEqual(
                        challenge.getBytes(US_ASCII), hash(verifier).getBytes(US_ASCII));
    }

    /** Never shows what would redeem it. */
    @Override
    public String toString() {
        return "Code[" + tenant + ", " + account + "]";
    }

    private static String hash(String verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
