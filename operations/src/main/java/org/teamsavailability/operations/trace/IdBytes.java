package org.teamsavailability.operations.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Tells without decoding a record whether it may hold an id, as an Avro string or as JSON text. */
final class IdBytes {

    private final byte[] avro;
    private final byte[] json;

    IdBytes(String id) {
        var text = id.getBytes(UTF_8);
        this.avro = joined(length(text.length), text, new byte[0]);
        this.json = joined(new byte[] {'"'}, text, new byte[] {'"'});
    }

    /** Whether an Avro string of these bytes is in it. */
    boolean isStringOf(byte @Nullable [] value) {
        return value != null && contains(value, avro);
    }

    /** The same, or quoted text: of what is no Avro at all. */
    boolean isTextOf(byte @Nullable [] value) {
        return value != null && (contains(value, avro) || contains(value, json));
    }

    /** Avro writes a length as a zigzag number in groups of seven bits, the lowest first. */
    private static byte[] length(int bytes) {
        var length = new ByteArrayOutputStream();
        int rest = bytes << 1;
        for (; rest > 0x7F; rest >>>= 7) {
            length.write((rest & 0x7F) | 0x80);
        }
        length.write(rest);
        return length.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static boolean contains(byte[] value, byte[] part) {
        for (int start = 0; start <= value.length - part.length; start++) {
            if (startsWith(value, part, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] value, byte[] part, int start) {
        for (int index = 0; index < part.length; index++) {
            if (value[start + index] != part[index]) {
                return false;
            }
        }
        return true;
    }
}
