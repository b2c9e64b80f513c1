package org.teamsavailability.enricher.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * How old may be what an answer is decided by, when it is decided. A limit under a second counts as
 * one: a request that asks for both signals takes about so long.
 *
 * @param presence 0 s to 1 min
 * @param rota shifts and time off; 0 s to 1 h
 */
public record AgeLimits(Duration presence, Duration rota) {

    private static final Duration LEAST = Duration.ofSeconds(1);

    /** What a call adds to the age, and what is left where asking again did not end in time. */
    private static final Duration CALL = Duration.ofSeconds(1);

    public AgeLimits {
        presence = atLeast(presence);
        rota = atLeast(rota);
    }

    /** Whether it should be asked again. */
    static boolean isOver(Duration limit, Instant readAt, Instant at) {
        return readAt.plus(limit).isBefore(at);
    }

    /** Whether nothing may be decided by it. */
    static boolean isUseless(Duration limit, Instant readAt, Instant at) {
        return isOver(limit.plus(CALL), readAt, at);
    }

    private static Duration atLeast(Duration limit) {
        return limit.compareTo(LEAST) < 0 ? LEAST : limit;
    }
}
