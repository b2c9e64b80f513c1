package org.teamsavailability.rules.instruction;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as instructions are compared: in lower case, with single spaces, with straight apostrophes
 * inside of words, with every quotation mark as {@code "}, without Markdown emphasis and without
 * invisible characters.
 */
final class NormalizedText {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern SPACES =
            Pattern.compile("[\\s\\p{Z}]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern APOSTROPHES = Pattern.compile("[‘’‚‛ʼ′´`]");
    private static final Pattern QUOTES =
            Pattern.compile("[“”„‟″«»‹›]|(?<![\\p{L}\\p{N}])'|'(?![\\p{L}\\p{N}])");
    private static final Pattern STARS = emphasis('*');
    private static final Pattern UNDERSCORES = emphasis('_');
    private static final Pattern DONT = Pattern.compile("\\bdont\\b");

    private NormalizedText() {}

    static String of(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        String straight = APOSTROPHES.matcher(visible).replaceAll("'");
        String quoted = QUOTES.matcher(straight).replaceAll("\"");
        String plain = withoutPairs(UNDERSCORES, withoutPairs(STARS, quoted));
        String lower = spaced(plain).toLowerCase(Locale.ROOT);
        return DONT.matcher(lower).replaceAll("don't");
    }

    /** A normalized text without its quotation marks. */
    static String unquoted(String normalized) {
        return spaced(normalized.replace("\"", ""));
    }

    private static String spaced(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** Marks at the edge of a word; between letters and digits they belong to it. */
    private static Pattern emphasis(char mark) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])[%1$s]|[%1$s](?![\\p{L}\\p{N}])".formatted("\\" + mark));
    }

    /** Emphasis comes in pairs; one mark too many is something else, such as a footnote. */
    private static String withoutPairs(Pattern mark, String text) {
        Matcher marks = mark.matcher(text);
        return marks.results().count() % 2 == 0 ? marks.reset().replaceAll("") : text;
    }
}
