package org.teamsavailability.graph.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;

/**
 * Where no token may be asked for before a moment that the login service named with {@code
 * Retry-After}, by the path of the request, which names the tenant. Any thread.
 */
final class ClosedLogins {

    /** A longer {@code Retry-After} counts as this. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private record Closed(GraphException failure, Instant until) {}

    private final ConcurrentMap<String, Closed> closed = new ConcurrentHashMap<>();
    private final Clock clock;

    ClosedLogins(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lets a request pass.
     *
     * @throws GraphException what the last one failed with, where it may not be repeated yet
     */
    void check(String path) {
        var known = closed.get(path);
        if (known != null) {
            if (clock.instant().isBefore(known.until())) {
                throw known.failure();
            }
            closed.remove(path, known);
        }
    }

    /** A request failed; closes its path where the failure says for how long. */
    void failed(String path, GraphException failure) {
        var retryTime = failure.retryTime();
        if (retryTime != null) {
            var latest = clock.instant().plus(LONGEST);
            var named = retryTime.notBefore();
            closed.put(
                    path,
                    new Closed(withoutRefusal(failure), named.isAfter(latest) ? latest : named));
        }
    }

    /** What is not asked for says nothing of the credential that it would be asked for with. */
    private static GraphException withoutRefusal(GraphException failure) {
        return failure.failure() instanceof GraphFailure.OwnCredentialsRefused refused
                ? new GraphException(
                        new GraphFailure.Unreachable(refused.status(), refused.requestId()),
                        failure.retryTime())
                : failure;
    }
}
