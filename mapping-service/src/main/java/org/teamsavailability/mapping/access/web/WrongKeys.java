package org.teamsavailability.mapping.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * How many wrong API keys an address may send; counted in each instance. An address that has sent
 * too many is refused before its next key is looked up, unless that key was right a while ago: one
 * client with an old key does not lock the others behind the same address out.
 */
final class WrongKeys {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final long MOST_ADDRESSES = 100_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final long MOST_RIGHT_KEYS = 10_000;

    private final LoadingCache<String, Bucket> buckets;
    private final Cache<String, Boolean> rightKeys =
            Caffeine.newBuilder()
                    .expireAfterAccess(REMEMBERED)
                    .maximumSize(MOST_RIGHT_KEYS)
                    .build();

    /**
     * @param perMinute wrong keys of one address in a minute, 1 or more
     */
    WrongKeys(int perMinute) {
        this(perMinute, TimeMeter.SYSTEM_MILLISECONDS);
    }

    WrongKeys(int perMinute, TimeMeter time) {
        this.buckets =
                Caffeine.newBuilder()
                        .expireAfterAccess(PERIOD.multipliedBy(2))
                        .maximumSize(MOST_ADDRESSES)
                        .build(_ -> bucket(perMinute, time));
    }

    private static Bucket bucket(int perMinute, TimeMeter time) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, PERIOD))
                .build();
    }

    /**
     * Whether to look the key up.
     *
     * @param key what the address sent
     * @return 0 to look it up; else whole seconds to wait, 1 or more
     */
    long secondsToWait(String address, String key) {
        var bucket = buckets.getIfPresent(address);
        if (bucket == null || rightKeys.getIfPresent(hash(key)) != null) {
            return 0;
        }
        return seconds(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /** The key is right. */
    void right(String key) {
        rightKeys.put(hash(key), true);
    }

    /** The key is wrong: counts it. Returns 0, or where it is one too many, seconds to wait. */
    long wrong(String address, String key) {
        rightKeys.invalidate(hash(key));
        return seconds(
                buckets.get(address).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    private static String hash(String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder()
                    .encodeToString(hash.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static long seconds(long nanos) {
        return nanos == 0 ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(nanos);
    }
}
