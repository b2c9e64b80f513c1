package org.teamsavailability.mapping.access.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** How many requests a key may make; counted in each instance. */
public final class RateLimits {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int WINDOW_SECONDS = 60;
    private static final long MOST_KEYS = 100_000;

    private final int perMinute;
    private final LoadingCache<UUID, Bucket> buckets;

    /**
     * What is left for a key.
     *
     * @param isTaken whether the request may go on
     * @param perMinute the quota, requests a minute
     * @param remaining requests that may come at once now
     * @param seconds the whole seconds, 1 or more, within which no more than {@code remaining}
     *     requests are sure; a refused request may come again after them
     */
    record Quota(boolean isTaken, int perMinute, long remaining, long seconds) {

        /**
         * Writes it as {@code RateLimit} and {@code RateLimit-Policy}.
         *
         * @see <a
         *     href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">draft-ietf-httpapi-ratelimit-headers-11,
         *     RateLimit header fields for HTTP</a>
         */
        void writeTo(HttpServletResponse response) {
            response.setHeader(
                    "RateLimit-Policy", "\"api-key\";q=" + perMinute + ";w=" + WINDOW_SECONDS);
            response.setHeader("RateLimit", "\"api-key\";r=" + remaining + ";t=" + seconds);
        }
    }

    /**
     * @param perMinute requests a minute, 1 or more; as many may come at once
     */
    public RateLimits(int perMinute) {
        this(perMinute, TimeMeter.SYSTEM_MILLISECONDS);
    }

    RateLimits(int perMinute, TimeMeter time) {
        this.perMinute = perMinute;
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

    /** Counts a request of the key, where it may go on. */
    Quota take(UUID apiKeyId) {
        var probe = buckets.get(apiKeyId).tryConsumeAndReturnRemaining(1);
        long seconds =
                probe.isConsumed()
                        ? Math.ceilDiv(WINDOW_SECONDS, perMinute)
                        : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
        return new Quota(probe.isConsumed(), perMinute, probe.getRemainingTokens(), seconds);
    }
}
