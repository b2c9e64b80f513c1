package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to pause before an attempt is repeated. */
record Backoff(GatewaySettings.Retries settings, RandomGenerator random) {

    boolean allows(int attempts) {
        return attempts < settings.attempts();
    }

    /**
     * @param attempts how many there were, 1 or more
     */
    Duration pause(int attempts) {
        Duration doubled = settings.firstPause().multipliedBy(1L << Math.min(attempts - 1, 20));
        Duration most =
                doubled.compareTo(settings.longestPause()) < 0 ? doubled : settings.longestPause();
        long half = most.toNanos() / 2;
        return Duration.ofNanos(half + (long) (random.nextDouble() * half));
    }
}
