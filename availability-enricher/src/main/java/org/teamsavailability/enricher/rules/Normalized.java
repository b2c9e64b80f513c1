package org.teamsavailability.enricher.rules;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as instructions are compared: in lower case, with single spaces, with straight apostrophes
 * inside of words, and without quotation marks around words.
 */
final class Normalized {

    private static final Pattern SPACES =
            Pattern.compile("[\\s\\p{Z}]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern APOSTROPHES = Pattern.compile("[‘’‚‛ʼ′]");
    private static final Pattern QUOTES = Pattern.compile("[\"“”„‟″«»‹›]|(?<!\\w)'|'(?!\\w)");

    private Normalized() {}

    static String of(String text) {
        String straight = APOSTROPHES.matcher(text).replaceAll("'");
        String unquoted = QUOTES.matcher(straight).replaceAll("");
        return SPACES.matcher(unquoted).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
