package org.teamsavailability.mapping.technician.web;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.technician.TechnicianText;

/**
 * True and false as files have them: also yes and no, 1 and 0, and as Excel writes them in English,
 * German, French, Spanish and Dutch.
 */
final class CsvFlag {

    private static final Set<String> TRUE =
            Set.of("true", "yes", "1", "wahr", "vrai", "verdadero", "waar");
    private static final Set<String> FALSE =
            Set.of("false", "no", "0", "falsch", "faux", "falso", "onwaar");

    private CsvFlag() {}

    /** Null where it is neither. */
    static @Nullable Boolean of(String cell) {
        var word = String.valueOf(TechnicianText.trimmed(cell)).toLowerCase(Locale.ROOT);
        if (TRUE.contains(word)) {
            return true;
        }
        return FALSE.contains(word) ? false : null;
    }
}
