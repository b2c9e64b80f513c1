package org.teamsavailability.operations.console;

import java.time.Instant;
import org.teamsavailability.commandline.TimeText;

/** A point in the past as an argument names it: {@code 2h} ago, or an instant. */
public final class PastInstant {

    private PastInstant() {}

    /**
     * Reads it.
     *
     * @param argument its name, as {@code --since}
     * @throws BadInput if it is neither
     */
    public static Instant of(String argument, String text, Instant now) {
        var ago = TimeText.duration(text);
        if (ago != null) {
            return now.minus(ago);
        }
        var instant = TimeText.instant(text, now);
        if (instant == null) {
            throw new BadInput(
                    argument,
                    "is '" + text + "'",
                    TimeText.DURATION_FORM + " ago, or " + TimeText.INSTANT_FORM);
        }
        return instant;
    }
}
