package org.teamsavailability.graph.inspection;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came, whatever its status.
 *
 * @param status the HTTP status
 * @param headers the first value of each, by its name in lower case
 * @param body as text, may be empty; may hold personal data
 * @param askedAt when the request was sent, by this machine's clock
 * @param answeredAt when all of it was there, by this machine's clock
 */
public record RawAnswer(
        int status, Map<String, String> headers, String body, Instant askedAt, Instant answeredAt) {

    public RawAnswer {
        headers = Map.copyOf(headers);
    }

    /** A header's value; null where there is none. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** Leaves headers and body out. */
    @Override
    public String toString() {
        return "RawAnswer[" + status + "]";
    }
}
