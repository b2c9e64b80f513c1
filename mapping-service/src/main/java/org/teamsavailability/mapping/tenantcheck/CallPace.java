package org.teamsavailability.mapping.tenantcheck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a check far below Microsoft's limits, of which the strictest is four requests a second for
 * a team: one request after the other with a pause between, 60 in all, for at most three minutes.
 *
 * <p>Source: Microsoft Graph, "Microsoft Graph service-specific throttling limits".
 */
final class CallPace {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int MOST = 60;

    private final Clock clock;
    private final Duration between;
    private @Nullable Instant end;
    private int requests;

    /**
     * @param between two requests
     */
    CallPace(Clock clock, Duration between) {
        this.clock = clock;
        this.between = between;
    }

    /** Returns when the next request may go. */
    void await() throws NotTriedException, InterruptedException {
        var last = end == null ? clock.instant().plus(LONGEST) : end;
        end = last;
        if (requests >= MOST) {
            throw new NotTriedException("this check sends at most " + MOST + " requests");
        }
        if (clock.instant().isAfter(last)) {
            throw new NotTriedException(
                    "this check takes at most %d minutes".formatted(LONGEST.toMinutes()));
        }
        if (requests++ > 0) {
            Thread.sleep(between);
        }
    }

    int requests() {
        return requests;
    }
}
