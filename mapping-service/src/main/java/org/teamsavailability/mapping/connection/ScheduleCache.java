package org.teamsavailability.mapping.connection;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * The schedules that were asked for: for ten minutes, 100,000 at most. One that is not known is
 * kept for ten seconds, so that a Team is not asked for again at once; one that is being asked for
 * is shared by all who want it.
 */
final class ScheduleCache {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration UNKNOWN_KEPT = Duration.ofSeconds(10);
    private static final long MOST = 100_000;

    private record Key(MicrosoftTenant tenant, UUID team) {}

    private final AsyncCache<Key, ScheduleStatus> schedules;

    ScheduleCache(Clock clock) {
        this.schedules =
                Caffeine.newBuilder()
                        .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                        .expireAfter(Expiry.<Key, ScheduleStatus>creating((_, it) -> kept(it)))
                        .maximumSize(MOST)
                        .buildAsync();
    }

    private static Duration kept(ScheduleStatus status) {
        return status == ScheduleStatus.UNKNOWN ? UNKNOWN_KEPT : KEPT;
    }

    /**
     * Says that this caller asks.
     *
     * @param mine what the caller completes, a failure included
     * @return what is known, or who asks already; null where the caller has to ask
     */
    @Nullable CompletableFuture<ScheduleStatus> claim(
            MicrosoftTenant tenant, UUID team, CompletableFuture<ScheduleStatus> mine) {
        return schedules.asMap().putIfAbsent(new Key(tenant, team), mine);
    }

    /** Forgets what nobody asked for in the end. */
    void forget(MicrosoftTenant tenant, UUID team, CompletableFuture<ScheduleStatus> mine) {
        schedules.asMap().remove(new Key(tenant, team), mine);
    }
}
