package org.teamsavailability.mapping.technician.web;

import java.nio.charset.StandardCharsets;
import org.teamsavailability.mapping.technician.RowErrors;
import org.teamsavailability.mapping.web.Utf8;

/** The text of a file that has to be UTF-8, with or without a byte order mark. */
final class CsvText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvText() {}

    /**
     * Decodes it; nothing is replaced.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException that names the line that is
     *     something else
     */
    static String decoded(byte[] file) {
        int other = Utf8.firstMalformed(file);
        if (other >= 0) {
            var errors = RowErrors.ofRows();
            errors.add(
                    Utf8.lineOf(file, other),
                    null,
                    "is not in UTF-8: save the file as \"CSV UTF-8\"");
            errors.throwIfAny();
        }
        var text = new String(file, StandardCharsets.UTF_8);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
