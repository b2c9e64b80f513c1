package org.teamsavailability.simulator.limit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a 429 says about when to call again.
 *
 * @param form how it says so
 * @param delay how long; may be negative or huge
 */
public record RetryAfter(Form form, Duration delay) {
    /** The forms that are seen. */
    public enum Form {
        /** {@code 10}, or with a fraction {@code 2.128}. */
        SECONDS,
        /** {@code Tue, 15 Nov 1994 08:12:31 GMT}; rounded up to a second. */
        DATE,
        /** The header is missing. */
        ABSENT
    }

    /** In so many seconds; a fraction shows where there is one. */
    public static RetryAfter in(Duration delay) {
        return new RetryAfter(Form.SECONDS, delay);
    }

    /** At the date that is so far from the answer. */
    public static RetryAfter dateIn(Duration delay) {
        return new RetryAfter(Form.DATE, delay);
    }

    /** It does not say. */
    public static RetryAfter absent() {
        return new RetryAfter(Form.ABSENT, Duration.ZERO);
    }

    /** The header's value in an answer given now; null for none. */
    public @Nullable String header(Instant now) {
        return switch (form) {
            case SECONDS ->
                    BigDecimal.valueOf(delay.toMillis(), 3).stripTrailingZeros().toPlainString();
            case DATE ->
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            until(now).atOffset(ZoneOffset.UTC));
            case ABSENT -> null;
        };
    }

    /** The instant before which no call may be made, where the answer is given now. */
    Instant until(Instant now) {
        Instant exact = now.plus(delay);
        return form == Form.DATE
                ? exact.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS)
                : exact;
    }
}
