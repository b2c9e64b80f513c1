package org.teamsavailability.graph.sdk;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure.Throttled;
import org.teamsavailability.graph.http.ReplyHead;

/**
 * How fast the directory of one tenant is read, by all threads together: at most {@value #BURST} +
 * {@value #REFILL} resource units in any 10 s, where Microsoft allows the smallest tenant 3,500;
 * nothing before a {@code Retry-After} has passed; and slower where Microsoft says that more than
 * 80 % of a limit is used.
 *
 * <p>Source: Microsoft Graph, "Microsoft Graph service-specific throttling limits", Identity and
 * access service limits.
 */
final class TenantPace implements ReplyWatch {

    static final int BURST = 500;
    static final int REFILL = 2_000;
    static final Duration WINDOW = Duration.ofSeconds(10);

    private static final double CALM = 0.8;
    private static final double HIGHEST = 1.8;

    private final Bucket units;
    private final Clock clock;
    private final Pause pause;
    private final AtomicReference<@Nullable Throttled> closed = new AtomicReference<>();

    TenantPace(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
        this.units =
                Bucket.builder()
                        .addLimit(limit -> limit.capacity(BURST).refillGreedy(REFILL, WINDOW))
                        .withCustomTimePrecision(new Meter(clock))
                        .build();
    }

    /**
     * Waits for its turn. Patience is for Microsoft; what is due to our own pace costs none.
     *
     * @param cost of the request, in resource units
     */
    void await(int cost, Patience patience) throws InterruptedException {
        pause.of(Duration.ofNanos(units.consumeIgnoringRateLimits(cost)));
        var until = closed.get();
        var now = clock.instant();
        while (until != null && now.isBefore(until.notBefore())) {
            patience.spend(Duration.between(now, until.notBefore()), until);
            until = closed.get();
            now = clock.instant();
        }
    }

    /** Lets nobody ask before that moment. */
    void close(Throttled until) {
        closed.accumulateAndGet(until, TenantPace::later);
    }

    @Override
    public void saw(Response response) {
        var head = ReplyHead.of(response, "request-id");
        if (!response.isSuccessful() && head.retryAfter() != null) {
            close(head.throttled(clock));
        }
        double tooMuch = used(response.header("x-ms-throttle-limit-percentage")) - CALM;
        if (tooMuch > 0) {
            close(new Throttled(head.status(), head.requestId(), inPartOfWindow(tooMuch)));
        }
    }

    /** In so many seconds what was used beyond falls out of Microsoft's window. */
    private Instant inPartOfWindow(double part) {
        return clock.instant().plusMillis((long) (WINDOW.toMillis() * part));
    }

    private static double used(@Nullable String percentage) {
        try {
            double used = percentage == null ? 0 : Double.parseDouble(percentage);
            return Double.isNaN(used) ? 0 : Math.min(used, HIGHEST);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static @Nullable Throttled later(@Nullable Throttled one, @Nullable Throttled other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.notBefore().isAfter(other.notBefore()) ? one : other;
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
