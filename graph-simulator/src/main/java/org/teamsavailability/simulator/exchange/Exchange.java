package org.teamsavailability.simulator.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param method as {@code GET}
 * @param segments the decoded segments of the path
 * @param target path and query as they were sent
 * @param query the decoded query parameters, each with all its values
 * @param header the value of a header by its name in any case; null without it
 * @param body as text; may be empty
 * @param origin scheme, host and port under which the client reached the server
 * @param arrived when it had been read
 * @param requestId the id it is answered with
 */
public record Exchange(
        String method,
        List<String> segments,
        String target,
        Map<String, List<String>> query,
        Function<String, @Nullable String> header,
        String body,
        String origin,
        Instant arrived,
        String requestId) {

    /** The client's own id of the request; null without one. */
    public @Nullable String clientRequestId() {
        return header.apply("client-request-id");
    }

    /** The only value of a query parameter; null without the parameter. */
    public @Nullable String parameter(String name) {
        var values = query.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /** Whether method and number of segments are these, and the segments where not {@code *}. */
    public boolean matches(String expectedMethod, String... expected) {
        if (!method.equals(expectedMethod) || segments.size() != expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!expected[i].equals("*") && !expected[i].equalsIgnoreCase(segments.get(i))) {
                return false;
            }
        }
        return true;
    }
}
