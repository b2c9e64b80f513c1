package org.teamsavailability.commandline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as people write them: {@code 1h30m}, {@code now-30m}, {@code 2026-03-02T08:00:00Z}. */
public final class TimeText {
    /** What a duration may look like. */
    public static final String DURATION_FORM = "a duration such as 200ms, 2s, 30m, 1h30m or 7d";

    /** What an instant may look like. */
    public static final String INSTANT_FORM =
            "an instant such as 2026-03-02T08:00:00Z, now, now+2h or now-30m";

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern DURATION = Pattern.compile("(" + PART.pattern() + ")+");

    private TimeText() {}

    /** The duration, not negative; null where the text is none. */
    public static @Nullable Duration duration(String text) {
        if (!DURATION.matcher(text).matches()) {
            return null;
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            sum = sum.plus(duration(Long.parseLong(part.group(1)), part.group(2)));
        }
        return sum;
    }

    /** The instant; null where the text is none. */
    public static @Nullable Instant instant(String text, Instant now) {
        if (text.startsWith("now")) {
            String rest = text.substring("now".length());
            if (rest.isEmpty()) {
                return now;
            }
            Duration offset = duration(rest.substring(1));
            return switch (rest.charAt(0)) {
                case '+' -> offset == null ? null : now.plus(offset);
                case '-' -> offset == null ? null : now.minus(offset);
                default -> null;
            };
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
