package org.teamsavailability.localstack.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as people write them. */
public final class Times {

    /** What a duration may look like. */
    public static final String DURATIONS = "a duration such as 30m, 3h, 1h30m or 2d";

    /** What an instant may look like. */
    public static final String INSTANTS =
            "an instant such as 2026-03-02T08:00:00Z, now, now+3h or now-30m";

    private static final Pattern PART = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Pattern DURATION = Pattern.compile("(" + PART.pattern() + ")+");

    private Times() {}

    /** The duration, zero or more; null where the text is none. */
    public static @Nullable Duration duration(String text) {
        if (!DURATION.matcher(text).matches()) {
            return null;
        }
        var parts = PART.matcher(text);
        var sum = Duration.ZERO;
        while (parts.find()) {
            long amount = Long.parseLong(parts.group(1));
            sum =
                    sum.plus(
                            switch (parts.group(2)) {
                                case "s" -> Duration.ofSeconds(amount);
                                case "m" -> Duration.ofMinutes(amount);
                                case "h" -> Duration.ofHours(amount);
                                default -> Duration.ofDays(amount);
                            });
        }
        return sum;
    }

    /** The instant; null where the text is none. */
    public static @Nullable Instant instant(String text, Instant now) {
        if (text.equals("now")) {
            return now;
        }
        if (text.startsWith("now+") || text.startsWith("now-")) {
            var offset = duration(text.substring(4));
            return offset == null
                    ? null
                    : now.plus(text.charAt(3) == '+' ? offset : offset.negated());
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}
