package org.teamsavailability.mapping.automap;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The form in which display names are compared: trimmed, NFC, lower-cased with ROOT. */
final class NormalForm {

    private NormalForm() {}

    /** Null where nothing is left, which equals nothing. */
    static @Nullable String of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
