package org.teamsavailability.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Marks ports that were handed out, for all processes of this user: a locked file per port in the
 * temporary directory. The operating system releases the locks when the process ends, however it
 * ends.
 */
final class PortLock {

    /** Keeps the channels open: a lock ends with its channel. */
    private static final Map<Integer, FileChannel> HELD = new HashMap<>();

    private PortLock() {}

    /**
     * Locks the port until this process ends; false if it is locked already.
     *
     * <p>A file that this process has locked must not be opened again: on POSIX, closing any
     * channel to it ends the lock.
     */
    static synchronized boolean tryLock(int port) {
        if (HELD.containsKey(port)) {
            return false;
        }
        var file = directory().resolve(Integer.toString(port));
        try {
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return false;
            }
            HELD.put(port, channel);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("The port " + port + " cannot be reserved: " + file, e);
        }
    }

    private static Path directory() {
        var directory =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "teams-availability-ports-" + System.getProperty("user.name"));
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Ports cannot be reserved in " + directory, e);
        }
    }
}
