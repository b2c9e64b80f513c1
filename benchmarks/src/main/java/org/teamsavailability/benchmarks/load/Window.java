package org.teamsavailability.benchmarks.load;

import java.time.Duration;

/**
 * When figures count.
 *
 * @param warmUp how long requests are sent before
 * @param measured how long figures count
 */
public record Window(Duration warmUp, Duration measured) {

    /** When figures stop to count, from the first request on. */
    public Duration end() {
        return warmUp.plus(measured);
    }

    /** The same in seconds. */
    public static Window ofSeconds(double warmUp, double measured) {
        return new Window(
                Duration.ofMillis((long) (warmUp * 1000)),
                Duration.ofMillis((long) (measured * 1000)));
    }
}
