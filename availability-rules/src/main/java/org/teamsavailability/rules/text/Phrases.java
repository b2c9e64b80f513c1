package org.teamsavailability.rules.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small grammar for the texts. */
public final class Phrases {

    private Phrases() {}

    /** "a", "a and b", "a, b and c". */
    public static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /** As many of them as are not too many, then how many more: "a, b and 3 others". */
    public static String list(List<String> items, int most) {
        int others = items.size() - most;
        if (others <= 0) {
            return list(items);
        }
        List<String> named = new ArrayList<>(items.subList(0, most));
        named.add(count(others, "other"));
        return list(named);
    }

    /** "1 candidate", "2 candidates". */
    public static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    /** "2 hours", "90 minutes", "1 hour". */
    public static String duration(Duration duration) {
        if (duration.toSecondsPart() > 0) {
            return count(duration.toSeconds(), "second");
        }
        return duration.toMinutesPart() > 0 || duration.isZero()
                ? count(duration.toMinutes(), "minute")
                : count(duration.toHours(), "hour");
    }

    /** "within 2 hours"; where there is no time in between, "now". */
    public static String within(Duration duration) {
        return duration.isZero() ? "now" : "within " + duration(duration);
    }

    /** A text whole, or its first characters with a mark that says that more follows. */
    public static String shortened(String text, int most) {
        int[] start = text.codePoints().limit(most + 1L).toArray();
        return start.length > most ? new String(start, 0, most) + "…" : text;
    }

    public static String capitalized(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
    }
}
