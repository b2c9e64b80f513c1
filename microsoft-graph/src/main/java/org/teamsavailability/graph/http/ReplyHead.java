package org.teamsavailability.graph.http;

import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;

/**
 * What of a response may outlive it: neither its body nor another header.
 *
 * @param status the HTTP status
 * @param requestId Microsoft's id of the request, null where it named none that looks like one
 * @param retryAfter the {@code Retry-After} header, unchanged
 */
public record ReplyHead(int status, @Nullable String requestId, @Nullable String retryAfter) {

    // It goes into an event: no more of a stranger's text than an id needs.
    private static final Pattern REQUEST_ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    public ReplyHead {
        if (requestId != null && !REQUEST_ID.matcher(requestId).matches()) {
            requestId = null;
        }
    }

    /**
     * Keeps what counts of {@code response}.
     *
     * @param idHeader the header that names the request: Graph and login differ
     */
    public static ReplyHead of(Response response, String idHeader) {
        return new ReplyHead(
                response.code(), response.header(idHeader), response.header("Retry-After"));
    }

    public GraphFailure unreachable() {
        return new GraphFailure.Unreachable(status, requestId);
    }

    public GraphFailure timedOut() {
        return new GraphFailure.TimedOut(status, requestId);
    }

    public GraphFailure malformed() {
        return new GraphFailure.Malformed(status, requestId);
    }

    /** When this response says that Microsoft may be called again; null where it does not say. */
    public @Nullable Instant notBefore(Clock clock) {
        return RetryAfter.named(retryAfter, clock.instant());
    }

    public GraphFailure.Throttled throttled(Clock clock) {
        return new GraphFailure.Throttled(
                status, requestId, RetryAfter.notBefore(retryAfter, clock.instant()));
    }
}
