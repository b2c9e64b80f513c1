package org.teamsavailability.mapping.technician;

import org.jspecify.annotations.Nullable;

/**
 * What the texts of a technician may be; each answers with what is wrong, or null. What is wrong is
 * said without the text itself, because it is also said where no personal data may be.
 */
public final class TechnicianText {

    /** Characters of an id, at most. */
    public static final int LONGEST_ID = 200;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 320;

    private TechnicianText() {}

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
