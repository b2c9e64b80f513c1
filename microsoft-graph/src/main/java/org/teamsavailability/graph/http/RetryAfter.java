package org.teamsavailability.graph.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After}: whole seconds or an HTTP date (RFC 9110, section 10.2.3), and seconds
 * with a fraction, which Graph was seen to send. However long it is, it is kept.
 */
final class RetryAfter {

    /** Where the header is missing, unreadable, or names a date that is past. */
    static final Duration DEFAULT = Duration.ofSeconds(5);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,10}(\\.\\d{1,9})?");

    private RetryAfter() {}

    /** When the next call may be made: what the header names, or after the default. */
    static Instant notBefore(@Nullable String header, Instant now) {
        Instant named = named(header, now);
        return named == null ? now.plus(DEFAULT) : named;
    }

    /** What the header names; null where it is missing, unreadable, or a date that is past. */
    static @Nullable Instant named(@Nullable String header, Instant now) {
        String value = header == null ? "" : header.strip();
        return SECONDS.matcher(value).matches()
                ? now.plus(seconds(new BigDecimal(value)))
                : date(value, now);
    }

    private static @Nullable Instant date(String value, Instant now) {
        try {
            var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return date.isAfter(now) ? date : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static Duration seconds(BigDecimal seconds) {
        long whole = seconds.longValue();
        var fraction = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9);
        return Duration.ofSeconds(whole, fraction.longValue());
    }
}
