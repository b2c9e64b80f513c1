package org.teamsavailability.schemas.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How instants are written in JSON.
 *
 * @param parser the instant that a text is; null where the text is none
 * @param description what a text may look like, for messages
 */
public record InstantForm(Function<String, @Nullable Instant> parser, String description) {

    /** ISO 8601 with an offset, as the records are written. */
    public static final InstantForm ISO =
            new InstantForm(InstantForm::iso, "an instant such as 2026-03-02T08:00:00Z");

    private static @Nullable Instant iso(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
