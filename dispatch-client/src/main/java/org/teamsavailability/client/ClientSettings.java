package org.teamsavailability.client;

import java.time.Duration;

/**
 * How a client asks.
 *
 * @param topicPrefix the prefix of the installation's topics, which may be empty
 * @param maxWaiting the most requests that may wait for their answers at once, 1 to 100,000
 * @param idleAfter for how long nobody waits before the consumer of the answers is closed, 1 ms to
 *     1 day; the next request opens it again, which takes some 100 ms
 * @param deliveryTimeout how long publishing may take, 1 s to 2 min; Kafka's {@code
 *     delivery.timeout.ms} and {@code max.block.ms}
 */
public record ClientSettings(
        String topicPrefix, int maxWaiting, Duration idleAfter, Duration deliveryTimeout) {

    private static final int MOST_WAITING = 100_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is outside of its range; names it
     */
    public ClientSettings {
        if (maxWaiting < 1 || maxWaiting > MOST_WAITING) {
            throw new IllegalArgumentException(
                    "maxWaiting is " + maxWaiting + ", allowed: 1 to " + MOST_WAITING);
        }
        check("idleAfter", idleAfter, Duration.ofMillis(1), Duration.ofDays(1));
        check("deliveryTimeout", deliveryTimeout, Duration.ofSeconds(1), Duration.ofMinutes(2));
    }

    /** 1,000 waiting requests, a consumer that is closed after 5 minutes, 5 s to publish. */
    public static ClientSettings withPrefix(String topicPrefix) {
        return new ClientSettings(topicPrefix, 1_000, Duration.ofMinutes(5), Duration.ofSeconds(5));
    }

    /** The same with another bound. */
    public ClientSettings withMaxWaiting(int most) {
        return new ClientSettings(topicPrefix, most, idleAfter, deliveryTimeout);
    }

    private static void check(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", allowed: " + least + " to " + most);
        }
    }
}
