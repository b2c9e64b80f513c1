package org.teamsavailability.mapping.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Checks that bytes are UTF-8, and finds the line of those that are not. */
public final class Utf8 {

    private static final int CHARACTERS = 8_192;

    private Utf8() {}

    /**
     * The index of the first byte of what is not UTF-8; overlong forms, halves of surrogate pairs
     * and an incomplete character at the end are not.
     *
     * @return -1 where all are UTF-8
     */
    public static int firstMalformed(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(CHARACTERS);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        while (true) {
            var result = decoder.decode(in, out.clear(), true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
        }
    }

    /** The line of the byte at this index, from 1; CR, LF and CRLF end lines. */
    public static int lineOf(byte[] bytes, int index) {
        int line = 1;
        for (int i = 0; i < index; i++) {
            boolean isEnd = bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r');
            line += isEnd || bytes[i] == '\r' ? 1 : 0;
        }
        return line;
    }

    /** Whether they begin with a byte order mark. */
    static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length >= 3
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
    }
}
