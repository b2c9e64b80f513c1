package org.teamsavailability.mapping.availability.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.availability.RequestHash;
import org.teamsavailability.mapping.availability.RequestRules;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.IdempotencyKey;
import org.teamsavailability.mapping.web.Problem;

/** Which id a request has. */
final class RequestIds {

    /** In front of the hash of a key that is no id. */
    private static final String HASHED = "sha256-";

    private RequestIds() {}

    /**
     * The id of the body, or the one that the Idempotency-Key stands for; a new one without both.
     *
     * @throws Problem a 400 if they differ
     */
    static String of(@Nullable IdempotencyKey key, @Nullable String inBody) {
        if (key == null) {
            return inBody == null ? UUID.randomUUID().toString() : inBody;
        }
        var ofKey = of(key.text());
        if (inBody != null && !inBody.equals(ofKey)) {
            throw Problem.malformed(
                    FieldError.at(
                            "/requestId",
                            "is another id than the header Idempotency-Key gives. Send one of"
                                    + " them, or the same in both"));
        }
        return ofKey;
    }

    /**
     * The key itself where it is an id. An id holds no slash: a key with one stands for {@code
     * sha256-} and the hash of the key, 64 hexadecimal digits.
     */
    private static String of(String key) {
        return RequestRules.wrongInId(key) == null ? key : HASHED + RequestHash.of(key).hex();
    }
}
