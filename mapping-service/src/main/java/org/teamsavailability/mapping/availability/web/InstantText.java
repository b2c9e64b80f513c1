package org.teamsavailability.mapping.availability.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as texts of a body: ISO 8601 with an offset. */
final class InstantText {

    private InstantText() {}

    /** The instant, to the millisecond; null if the text is none. */
    static @Nullable Instant read(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** The same for a text that was checked. */
    static @Nullable Instant of(@Nullable String checked) {
        return checked == null ? null : read(checked);
    }
}
