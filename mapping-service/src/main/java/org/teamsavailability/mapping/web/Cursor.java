package org.teamsavailability.mapping.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The cursor of a list: the place of an item and a checksum over list, desk and place. The checksum
 * finds a cursor that was damaged or is another list's or another desk's. It is no protection, and
 * none is needed: a client that makes a cursor up reads the same list of their own desk from
 * another place on.
 */
final class Cursor {

    private static final int CHECKSUM = 8;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final String list;
    private final String serviceDeskId;

    Cursor(String list, String serviceDeskId) {
        this.list = list;
        this.serviceDeskId = serviceDeskId;
    }

    String of(String place) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(checksum(place));
        bytes.writeBytes(place.getBytes(UTF_8));
        return ENCODER.encodeToString(bytes.toByteArray());
    }

    /**
     * The place of an item.
     *
     * @throws Problem a 400, where this list of this desk did not give the cursor
     */
    String place(String cursor) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            var place = new String(bytes, CHECKSUM, bytes.length - CHECKSUM, UTF_8);
            var given = Arrays.copyOf(bytes, CHECKSUM);
            if (Arrays.equals(given, checksum(place)) && of(place).equals(cursor)) {
                return place;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            // no cursor at all
        }
        throw invalid();
    }

    private byte[] checksum(String place) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : new String[] {list, serviceDeskId}) {
                digest.update(part.getBytes(UTF_8));
                digest.update((byte) 0);
            }
            return Arrays.copyOf(digest.digest(place.getBytes(UTF_8)), CHECKSUM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static Problem invalid() {
        var error =
                FieldError.ofParameter(
                        "cursor",
                        "is damaged, or is not a cursor of this list. Use the nextCursor of the"
                                + " page before, or leave it out for the first page");
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid-cursor",
                        "The cursor is not valid",
                        error.sentence())
                .with("errors", List.of(error));
    }
}
