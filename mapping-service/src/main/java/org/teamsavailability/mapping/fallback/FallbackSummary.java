package org.teamsavailability.mapping.fallback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fallbacks of a query in numbers, those of this page and of all older ones.
 *
 * @param counts by hour and reason, the oldest hour first
 * @param countedFrom from when on all are counted; later than the query's time if a bound ended the
 *     search
 * @param firstSeen the oldest that was counted; null for none
 * @param lastSeen the newest that was counted; null for none
 */
public record FallbackSummary(
        List<FallbackCount> counts,
        Instant countedFrom,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen) {

    public FallbackSummary {
        counts = List.copyOf(counts);
    }
}
