package org.teamsavailability.rules.instruction;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's priority, read from what the PSA calls it, such as {@code P1}, {@code Priority 1 -
 * Emergency Response}, {@code 1 - Critical} or {@code High}.
 *
 * @param number in decimal digits without leading zeros; null where the text gives none
 * @param names what it is called, as {@link #comparable} writes names; may be empty
 * @param onlyNumber whether the text says nothing but the number
 */
record TicketPriority(@Nullable String number, Set<String> names, boolean onlyNumber) {

    /** After brackets and the word; no part of a range, a version or a longer word. */
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "[(\\[{< ]*(?<word>priority|prio|p|severity|sev)?[ :#_.-]*(?<number>[0-9]++)"
                            + "(?!\\p{L}|[.,/–-][0-9])(?<rest>.*)");

    /** Without the word, a number is a priority only where one of these or nothing follows. */
    private static final Pattern AFTER_BARE_NUMBER = Pattern.compile(" ?(?:[-–:.)|/].*)?");

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PRIORITY = Pattern.compile("(?<!\\S)priority(?!\\S)");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");

    TicketPriority {
        names = Set.copyOf(names);
    }

    /**
     * The priority that a text names.
     *
     * @return null where it names none
     */
    static @Nullable TicketPriority of(@Nullable String text) {
        String whole = text == null ? "" : NormalizedText.unquoted(NormalizedText.of(text));
        if (whole.isEmpty()) {
            return null;
        }
        Matcher numbered = NUMBERED.matcher(whole);
        boolean hasNumber =
                numbered.matches()
                        && (numbered.group("word") != null
                                || AFTER_BARE_NUMBER.matcher(numbered.group("rest")).matches());
        String rest = hasNumber ? comparable(numbered.group("rest")) : "";
        Set<String> names = new LinkedHashSet<>();
        names.add(rest);
        names.add(comparable(whole));
        names.remove("");
        return new TicketPriority(
                hasNumber ? digits(numbered.group("number")) : null,
                names,
                hasNumber && rest.isEmpty());
    }

    /** A whole number without leading zeros, which do not count. */
    static String digits(String number) {
        return LEADING_ZEROS.matcher(number).replaceFirst("");
    }

    /** A name as names are compared: only its letters and digits, without the word priority. */
    static String comparable(String name) {
        String words = NO_LETTER_OR_DIGIT.matcher(name).replaceAll(" ");
        return PRIORITY.matcher(words).replaceAll("").replace(" ", "");
    }
}
