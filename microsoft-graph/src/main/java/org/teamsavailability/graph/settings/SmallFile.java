package org.teamsavailability.graph.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that an operator gives, read whole. Links are followed: a mounted Kubernetes secret is
 * one, and changes by pointing elsewhere.
 *
 * @param name what the file is to the operator
 * @param remedy what to give instead
 */
record SmallFile(String name, Path path, String remedy) {

    private static final int MOST_BYTES = 64 * 1024;

    String text() {
        if (!Files.exists(path)) {
            throw problem("cannot be found", null);
        }
        if (!Files.isRegularFile(path)) {
            throw problem("is no file", null);
        }
        byte[] bytes = bytes();
        if (bytes.length > MOST_BYTES) {
            throw problem("is larger than %d KiB".formatted(MOST_BYTES / 1024), null);
        }
        // One byte, one character: nothing in it is refused here, and what is not ASCII later.
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.isBlank()) {
            throw problem("is empty", null);
        }
        return text;
    }

    private byte[] bytes() {
        try (var content = Files.newInputStream(path)) {
            return content.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw problem("cannot be read", e);
        }
    }

    IllegalArgumentException problem(String what, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "The %s file %s %s: give %s.".formatted(name, path, what, remedy), cause);
    }
}
