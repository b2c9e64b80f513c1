package org.teamsavailability.systemtests.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file of client secrets, as an operator keeps it. */
record SecretFileOnDisk(Path file) {

    static SecretFileOnDisk with(String content) {
        try {
            var folder = Files.createTempDirectory("client-secret");
            folder.toFile().deleteOnExit();
            var it = new SecretFileOnDisk(folder.resolve("client-secret"));
            it.file().toFile().deleteOnExit();
            it.replace(content);
            return it;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In one step, so that nobody reads half of it. */
    void replace(String content) {
        try {
            var next = Files.writeString(file.resolveSibling("next"), content);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
