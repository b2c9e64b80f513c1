package org.teamsavailability.simulator.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.journal.Scope;

/**
 * The calls that were told to wait. One that comes too early gets the same 429 again, and its clock
 * starts again. The clock starts when the 429 is handed over, so calls that were under way by then
 * break no rule.
 */
public final class Penalties {
    /** A call this soon after the 429 may have been sent before its client could read it. */
    private static final Duration CROSSING = Duration.ofMillis(20);

    private final Map<Scope, Penalty> running = new ConcurrentHashMap<>();

    /** The refusal of a call that arrives now; null where nothing forbids it. */
    @Nullable Throttling refuse(RecognizedCall recognized, Instant now) {
        running.values().removeIf(penalty -> !now.isBefore(penalty.until()));
        for (var entry : running.entrySet()) {
            Penalty penalty = entry.getValue();
            if (entry.getKey().covers(recognized.tenant(), recognized.call(), recognized.team())) {
                boolean early = now.isAfter(penalty.since().plus(CROSSING));
                return new Throttling(entry.getKey(), penalty.retryAfter(), early);
            }
        }
        return null;
    }

    /** Starts the clock of a 429 that is handed over now; its {@code Retry-After}, or null. */
    public @Nullable String begin(Throttling throttling, Clock clock) {
        Instant now = clock.instant();
        RetryAfter retryAfter = throttling.retryAfter();
        if (retryAfter.delay().isPositive()) {
            running.put(throttling.scope(), new Penalty(now, retryAfter.until(now), retryAfter));
        }
        return retryAfter.header(now);
    }

    /** Forgets all clocks. */
    public void clear() {
        running.clear();
    }

    private record Penalty(Instant since, Instant until, RetryAfter retryAfter) {}
}
