package org.teamsavailability.enricher.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's priority, as instructions compare it: "P1", "priority 1" and "1" are the same,
 * anything else compares as text, without regard to case, quotes and extra spaces.
 */
record TicketPriority(String name) {

    private static final Pattern NUMBERED = Pattern.compile("(?:p|priority )?([0-9]+)");

    /**
     * The priority that a text names.
     *
     * @return null where it names none
     */
    static @Nullable TicketPriority of(@Nullable String text) {
        String name = text == null ? "" : Normalized.of(text);
        if (name.isEmpty()) {
            return null;
        }
        Matcher numbered = NUMBERED.matcher(name);
        return new TicketPriority(numbered.matches() ? numbered.group(1) : name);
    }
}
