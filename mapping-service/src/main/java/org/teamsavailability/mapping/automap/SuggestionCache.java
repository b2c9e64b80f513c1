package org.teamsavailability.mapping.automap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The suggestions of recent runs, and the names of Teams that they could not read, in the memory of
 * the instance that ran them and nowhere else: for ten minutes, and 200,000 of them at most.
 */
final class SuggestionCache {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final long MOST = 200_000;

    private record Found(Map<String, List<Suggestion>> suggestions, Map<UUID, String> teamNames) {

        int weight() {
            return 1 + suggestions.values().stream().mapToInt(List::size).sum() + teamNames.size();
        }
    }

    private final Cache<UUID, Found> ofRuns;

    SuggestionCache(Clock clock) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.ofRuns =
                Caffeine.newBuilder()
                        .expireAfterWrite(KEPT)
                        .ticker(ticker)
                        .maximumWeight(MOST)
                        .<UUID, Found>weigher((_, found) -> found.weight())
                        .build();
    }

    void keep(UUID run, Map<String, List<Suggestion>> suggestions, List<UnreadTeam> teams) {
        var names = new HashMap<UUID, String>();
        for (UnreadTeam team : teams) {
            if (team.displayName() != null) {
                names.put(team.teamId(), team.displayName());
            }
        }
        ofRuns.put(run, new Found(suggestions, Map.copyOf(names)));
    }

    /** The report as the database has it, with what is known here. */
    RunReport completed(RunReport stored) {
        @Nullable Found found = ofRuns.getIfPresent(stored.run().id());
        return found == null
                ? stored
                : new RunReport(
                        stored.run().naming(found.teamNames()),
                        stored.review(),
                        found.suggestions());
    }
}
