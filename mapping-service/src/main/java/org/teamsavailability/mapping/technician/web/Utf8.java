package org.teamsavailability.mapping.technician.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import org.teamsavailability.mapping.technician.RowErrors;

/** The text of a file that has to be UTF-8, with or without a byte order mark. */
final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /**
     * Decodes it; nothing is replaced.
     *
     * @throws org.teamsavailability.mapping.web.Problem that names the line that is something else
     */
    static String decoded(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        var characters = CharBuffer.allocate(file.length);
        if (UTF_8.newDecoder().decode(bytes, characters, true).isError()) {
            var errors = new RowErrors();
            errors.add(
                    lineOf(Arrays.copyOf(file, bytes.position())),
                    null,
                    "is not in UTF-8: save the file as \"CSV UTF-8\"");
            errors.throwIfAny();
        }
        var text = characters.flip().toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** The line after these bytes, from 1; CR, LF and CRLF end lines. */
    private static int lineOf(byte[] before) {
        int line = 1;
        for (int i = 0; i < before.length; i++) {
            boolean isEnd = before[i] == '\n' && (i == 0 || before[i - 1] != '\r');
            line += isEnd || before[i] == '\r' ? 1 : 0;
        }
        return line;
    }
}
