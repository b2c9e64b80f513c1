package org.teamsavailability.mapping.fallback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.teamsavailability.mapping.search.SearchMeters;
import org.teamsavailability.mapping.search.SearchesInProgress;

/** Finds when and why Teams was not used for the dispatches of a service desk. */
public final class Fallbacks {

    /** How long the topic keeps fallbacks. */
    public static final Duration LONGEST = Duration.ofDays(14);

    /** How far back a query goes that does not say so, and how long the topic keeps answers. */
    public static final Duration DAY = Duration.ofHours(24);

    private final FallbackStream stream;
    private final SearchesInProgress searches;
    private final SearchMeters meters;
    private final Clock clock;

    public Fallbacks(
            FallbackStream stream, SearchesInProgress searches, SearchMeters meters, Clock clock) {
        this.stream = stream;
        this.searches = searches;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Fallbacks of a desk, newest first. A search reads a bounded part of the topic: where {@link
     * FallbackPage#next()} is not null, the next call continues there. What depends on answers is
     * known for the last 24 hours.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException a {@link
     *     org.teamsavailability.mapping.search.SearchRefusal}
     */
    public FallbackPage find(String serviceDeskId, FallbackQuery query) {
        return meters.counted(
                "fallbacks",
                () -> {
                    try (var _ = searches.enter(serviceDeskId)) {
                        return stream.find(serviceDeskId, query, answersSince(query));
                    }
                });
    }

    private Instant answersSince(FallbackQuery query) {
        var day = clock.instant().minus(DAY);
        return query.since().isBefore(day) ? day : query.since();
    }
}
