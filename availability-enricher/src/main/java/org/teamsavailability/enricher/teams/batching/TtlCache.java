package org.teamsavailability.enricher.teams.batching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.MicrosoftTenant;

/** A cache of outcomes by tenant and key, with an age limit. Any thread. */
final class TtlCache<K, R> {

    // Freshness is judged by what is held; the cache's own clock only frees the room.
    private static final Duration GRACE = Duration.ofSeconds(1);

    private record Key<K>(MicrosoftTenant tenant, K key) {}

    private record Entry<R>(Outcome<R> outcome, Instant since) {}

    private final Duration age;
    private final Cache<Key<K>, Entry<R>> entries;

    /**
     * @param age 0 = nothing is cached
     * @param room the sum of all weights
     */
    TtlCache(Duration age, long room, ToIntFunction<Outcome<R>> weight, InstantSource clock) {
        this.age = age;
        this.entries =
                Caffeine.newBuilder()
                        .expireAfterWrite(age.plus(GRACE))
                        .ticker(() -> clock.millis() * 1_000_000)
                        .executor(Runnable::run)
                        .maximumWeight(room)
                        .<Key<K>, Entry<R>>weigher((_, value) -> weight.applyAsInt(value.outcome()))
                        .build();
    }

    @Nullable Outcome<R> recall(MicrosoftTenant tenant, K key, Instant now) {
        if (age.isZero()) {
            return null;
        }
        Entry<R> known = entries.getIfPresent(new Key<>(tenant, key));
        return known == null || isOld(known, now) ? null : known.outcome();
    }

    void remember(MicrosoftTenant tenant, K key, Outcome<R> outcome, Instant since) {
        if (!age.isZero()) {
            entries.put(new Key<>(tenant, key), new Entry<>(outcome, since));
        }
    }

    void forget(MicrosoftTenant tenant, K key) {
        entries.invalidate(new Key<>(tenant, key));
    }

    // What another thread just read may be a moment younger than this thread's now.
    private boolean isOld(Entry<R> known, Instant now) {
        return Duration.between(known.since(), now).abs().compareTo(age) > 0;
    }
}
