package org.teamsavailability.mapping.automap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The suggestions of recent runs, in the memory of the instance that ran them and nowhere else: for
 * ten minutes, and 200,000 of them at most.
 */
final class SuggestionMemory {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final long MOST = 200_000;

    private final Cache<UUID, Map<String, List<Suggestion>>> ofRuns;

    SuggestionMemory(Clock clock) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.ofRuns =
                Caffeine.newBuilder()
                        .expireAfterWrite(KEPT)
                        .ticker(ticker)
                        .maximumWeight(MOST)
                        .weigher(SuggestionMemory::weight)
                        .build();
    }

    private static int weight(UUID run, Map<String, List<Suggestion>> suggestions) {
        return 1 + suggestions.values().stream().mapToInt(List::size).sum();
    }

    void keep(UUID run, Map<String, List<Suggestion>> suggestions) {
        ofRuns.put(run, suggestions);
    }

    @Nullable Map<String, List<Suggestion>> of(UUID run) {
        return ofRuns.getIfPresent(run);
    }
}
