package org.teamsavailability.mapping.technician;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of a technician may be; each answers with what is wrong, or null. What is wrong is
 * said without the text itself, because it is also said where no personal data may be.
 */
public final class TechnicianText {

    /** Characters of an id, at most. */
    public static final int LONGEST_ID = 200;

    private static final char NEXT_LINE = '\u0085';

    /** Fillers, joiners and selectors, which Unicode does not count among format characters. */
    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2065}"
                        + "\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{E0100}-\\x{E01EF}]");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 320;

    private TechnicianText() {}

    /** The text without the Unicode white space around it; null where there is none. */
    public static @Nullable String trimmed(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int from = 0;
        int to = text.length();
        while (from < to && isWhiteSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isWhiteSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** All white space of Unicode is in the basic plane: a character each. */
    private static boolean isWhiteSpace(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == NEXT_LINE;
    }

    /**
     * Of an id that somebody gives a technician, trimmed. An id with a character that nobody sees
     * looks like another one, so it is refused.
     */
    public static @Nullable String wrongInGivenId(@Nullable String id) {
        var wrong = wrongInId(id);
        if (wrong != null || id == null) {
            return wrong;
        }
        var unseen = id.codePoints().filter(TechnicianText::isInvisible).findFirst();
        return unseen.isPresent()
                ? "holds the invisible character U+%04X, leave it out".formatted(unseen.getAsInt())
                : null;
    }

    /**
     * Whether nobody sees the character.
     *
     * @see <a href="https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point">Unicode,
     *     Default_Ignorable_Code_Point</a>
     */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT
                || INVISIBLE.matcher(Character.toString(character)).matches();
    }

    /** Of an id of a technician or a service desk. */
    public static @Nullable String wrongInId(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return "is missing";
        }
        return id.indexOf('/') >= 0 ? "holds a /, which ids may not" : wrong(id, LONGEST_ID);
    }

    static @Nullable String wrongInName(@Nullable String name) {
        return name == null || name.isBlank() ? "is missing" : wrong(name, LONGEST_NAME);
    }

    static @Nullable String wrongInEmail(@Nullable String email) {
        return email == null ? null : wrong(email, LONGEST_EMAIL);
    }

    /** Of what is searched for, or where a page begins. */
    public static @Nullable String wrongInSearch(String text) {
        return wrong(text, LONGEST_EMAIL);
    }

    private static @Nullable String wrong(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return "has %d characters, but at most %d are allowed".formatted(length, longest);
        }
        var refused = text.codePoints().filter(TechnicianText::isRefused).findFirst();
        return refused.isPresent()
                ? "holds the control character U+%04X, leave it out".formatted(refused.getAsInt())
                : null;
    }

    /** Line and paragraph separators too, and halves of surrogate pairs, which are no text. */
    private static boolean isRefused(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}
