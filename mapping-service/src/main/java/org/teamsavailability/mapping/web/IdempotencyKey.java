package org.teamsavailability.mapping.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Idempotency-Key} by which a caller marks the repeats of a request: 1 to 200
 * printable ASCII characters, quoted as a structured field or bare.
 *
 * @param text the key without quotes
 * @see <a
 *     href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">draft-ietf-httpapi-idempotency-key-header,
 *     The Idempotency-Key HTTP header field</a>
 */
public record IdempotencyKey(String text) {

    /** The name of the header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    /** A string of RFC 9651, without its quotes. */
    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\])*)\"");

    private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x7E]*");

    /**
     * Reads the header.
     *
     * @return null where it was not sent
     * @throws Problem a 400 where it cannot be read, or was sent twice
     */
    public static @Nullable IdempotencyKey of(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(HEADER));
        if (headers.isEmpty()) {
            return null;
        }
        if (headers.size() > 1) {
            throw refused("was sent %d times. Send it once".formatted(headers.size()));
        }
        return of(headers.getFirst().strip());
    }

    static IdempotencyKey of(String header) {
        var quoted = QUOTED.matcher(header);
        if (!quoted.matches() && !BARE.matcher(header).matches()) {
            throw refused(
                    "holds characters that it may not. Use letters, digits and dashes, such as a"
                            + " UUID, with or without double quotes around them");
        }
        var text = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : header;
        if (text.isEmpty() || text.length() > LONGEST) {
            throw refused("has %d characters. Use 1 to %d".formatted(text.length(), LONGEST));
        }
        return new IdempotencyKey(text);
    }

    private static Problem refused(String wrong) {
        return Problem.malformed(FieldError.ofHeader(HEADER, wrong));
    }
}
