package org.teamsavailability.rules;

import java.time.Instant;

/**
 * A span of time. One without length is the instant of its start.
 *
 * @param start inclusive
 * @param end exclusive, not before {@code start}
 */
public record Span(Instant start, Instant end) {
    public Span {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "A span cannot end (" + end + ") before it starts (" + start + ")");
        }
    }

    boolean covers(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    boolean coversWhole(Span other) {
        return covers(other.start) && !other.end.isAfter(end);
    }

    boolean overlaps(Span other) {
        return covers(other.start) || other.covers(start);
    }
}
