package org.teamsavailability.mapping.command;

import java.util.Locale;

/** How a number is printed, whatever the machine's language: 1,234. */
final class Counts {

    private Counts() {}

    static String text(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
