package org.teamsavailability.mapping.availability;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By which a repeated request is told from another one with the same id.
 *
 * @param hex SHA-256, 64 hexadecimal digits
 */
public record RequestHash(String hex) {

    /** The hash of a text in UTF-8. */
    public static RequestHash of(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return of(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The hash that these 32 bytes are. */
    public static RequestHash of(byte[] bytes) {
        return new RequestHash(HexFormat.of().formatHex(bytes));
    }

    /** The same as 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
