package org.teamsavailability.enricher.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.teamsavailability.rules.Span;

/**
 * The UTC days of a span: rotas are read by whole days, so that requests of a day share one read.
 */
final class UtcDays {

    private UtcDays() {}

    static LocalDate first(Span span) {
        return day(span.start());
    }

    static LocalDate last(Span span) {
        return day(span.end());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
