package org.teamsavailability.mapping.fallback.messaging;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.fallback.FallbackCount;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Reason;

/** Counts fallbacks by hour and reason. One thread. */
final class HourlyCounts {

    private final Map<Key, Long> counts = new HashMap<>();
    private @Nullable Instant first;
    private @Nullable Instant last;
    private long total;

    private record Key(Instant hour, Reason reason) {}

    void add(FallbackReason fallback) {
        var at = fallback.getOccurredAt();
        var _ =
                counts.merge(
                        new Key(at.truncatedTo(ChronoUnit.HOURS), fallback.getReason()),
                        1L,
                        Long::sum);
        total++;
        extend(at, at);
    }

    void addAll(HourlyCounts others) {
        others.counts.forEach((key, count) -> counts.merge(key, count, Long::sum));
        total += others.total;
        if (others.first != null && others.last != null) {
            extend(others.first, others.last);
        }
    }

    private void extend(Instant from, Instant to) {
        first = first == null || from.isBefore(first) ? from : first;
        last = last == null || to.isAfter(last) ? to : last;
    }

    /** The oldest hour first. */
    List<FallbackCount> counts() {
        return counts.entrySet().stream()
                .map(it ->
                        new FallbackCount(it.getKey().hour(), it.getKey().reason(), it.getValue()))
                .sorted(comparing(FallbackCount::hour).thenComparing(FallbackCount::reason))
                .toList();
    }

    /** When the oldest one occurred; null for none. */
    @Nullable Instant first() {
        return first;
    }

    /** When the newest one occurred; null for none. */
    @Nullable Instant last() {
        return last;
    }

    long total() {
        return total;
    }
}
