package org.teamsavailability.mapping.connection;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How fast the schedules of one tenant are asked for by one instance: twice a second at most, and
 * not before a {@code Retry-After} has passed. The enricher asks 26 times a second at most, and
 * Microsoft allows an app 30 calls a second in a tenant. Any thread may ask.
 *
 * <p>Source: Microsoft Graph, "Microsoft Graph service-specific throttling limits", Microsoft Teams
 * service limits.
 */
final class SchedulePace {

    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Clock clock;
    private final BlockingStrategy pause;
    private final Bucket calls;
    private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.MIN);

    /**
     * @param pause how a thread waits so many nanoseconds
     */
    SchedulePace(Clock clock, BlockingStrategy pause) {
        this.clock = clock;
        this.pause = pause;
        this.calls =
                Bucket.builder()
                        .addLimit(limit -> limit.capacity(1).refillIntervally(1, BETWEEN))
                        .withCustomTimePrecision(new Meter(clock))
                        .build();
    }

    /**
     * Waits for the turn of a call.
     *
     * @return false where that would take longer than this; then no call may be made
     */
    boolean await(Duration most) throws InterruptedException {
        return most.isPositive()
                && !closedUntil.get().isAfter(clock.instant())
                && calls.asBlocking().tryConsume(1, most, pause);
    }

    /** Lets nobody ask before that moment. */
    void close(Instant until) {
        closedUntil.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
    }

    private record Meter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
