package org.teamsavailability.simulator.dataset;

import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param start inclusive
 * @param end exclusive, after the start
 */
public record Span(Instant start, Instant end) {
    public Span {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("end " + end + " is not after start " + start);
        }
    }
}
