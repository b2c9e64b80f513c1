package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * How much of Microsoft's rate limit each tenant uses; only metrics read it. A tenant is forgotten
 * when nothing of it counts any more. Any thread.
 */
final class RateLimitUsage {

    private final int most;
    private final Duration window;
    private final InstantSource clock;
    private final Map<MicrosoftTenant, Deque<Instant>> starts = new ConcurrentHashMap<>();

    RateLimitUsage(int most, Duration window, InstantSource clock) {
        this.most = most;
        this.window = window;
        this.clock = clock;
    }

    void recordCall(MicrosoftTenant tenant) {
        Instant now = clock.instant();
        starts.compute(
                tenant,
                (_, known) -> {
                    Deque<Instant> counted = known == null ? new ArrayDeque<>() : known;
                    counted.addLast(now);
                    forget(counted, now);
                    return counted;
                });
    }

    /** The highest share of any tenant, 0 to 1. */
    double highest() {
        return (double) mostCounted() / most;
    }

    /** How many calls the tenant with the least left may still start, 0 or more. */
    int left() {
        return Math.max(0, most - mostCounted());
    }

    private int mostCounted() {
        Instant now = clock.instant();
        int highest = 0;
        for (MicrosoftTenant tenant : starts.keySet()) {
            Deque<Instant> left =
                    starts.computeIfPresent(
                            tenant, (_, counted) -> isEmptyAt(counted, now) ? null : counted);
            highest = Math.max(highest, left == null ? 0 : left.size());
        }
        return highest;
    }

    private boolean isEmptyAt(Deque<Instant> counted, Instant now) {
        forget(counted, now);
        return counted.isEmpty();
    }

    private void forget(Deque<Instant> counted, Instant now) {
        while (!counted.isEmpty() && !counted.getFirst().plus(window).isAfter(now)) {
            counted.removeFirst();
        }
    }
}
