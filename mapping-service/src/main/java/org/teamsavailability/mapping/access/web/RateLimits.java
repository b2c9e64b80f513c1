package org.teamsavailability.mapping.access.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** How many requests a key may make; counted in each instance. */
public final class RateLimits {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final long MOST_KEYS = 100_000;

    private final LoadingCache<UUID, Bucket> buckets;

    /**
     * @param perMinute requests a minute, 1 or more; as many may come at once
     */
    public RateLimits(int perMinute) {
        this(perMinute, TimeMeter.SYSTEM_MILLISECONDS);
    }

    RateLimits(int perMinute, TimeMeter time) {
        this.buckets =
                Caffeine.newBuilder()
                        .expireAfterAccess(FORGOTTEN_AFTER)
                        .maximumSize(MOST_KEYS)
                        .build(_ -> bucket(perMinute, time));
    }

    private static Bucket bucket(int perMinute, TimeMeter time) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit ->
                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    /** 0 where the key may go on, which counts as a request; else whole seconds, 1 or more. */
    long secondsToWait(UUID apiKeyId) {
        var probe = buckets.get(apiKeyId).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }
}
