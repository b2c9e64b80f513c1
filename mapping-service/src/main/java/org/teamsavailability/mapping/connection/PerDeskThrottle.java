package org.teamsavailability.mapping.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets each desk go on once in a while; counted in each instance. Any thread may ask. */
public final class PerDeskThrottle {

    private static final long MOST_DESKS = 100_000;

    private final Cache<String, Instant> last;

    /**
     * @param pause how long a desk waits at least
     */
    public PerDeskThrottle(Duration pause, Clock clock) {
        this.last =
                Caffeine.newBuilder()
                        .ticker(() -> nanos(clock.instant()))
                        .expireAfterWrite(pause)
                        .maximumSize(MOST_DESKS)
                        .build();
    }

    /** Whether the desk may go on, which starts its pause. */
    public boolean mayGo(String serviceDeskId) {
        return last.asMap().putIfAbsent(serviceDeskId, Instant.EPOCH) == null;
    }

    /** Ends the desk's pause: what it was for was not done. */
    public void undo(String serviceDeskId) {
        last.invalidate(serviceDeskId);
    }

    private static long nanos(Instant now) {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }
}
