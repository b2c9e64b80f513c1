package org.teamsavailability.servers.process;

import java.io.IOException;
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
     * Locks the port until this process ends or releases it; false if it is locked already. Where
     * the temporary directory takes no file, nothing is locked and every port is handed out.
     *
     * <p>A file that this process has locked must not be opened again: on POSIX, closing any
     * channel to it ends the lock.
     */
    static synchronized boolean tryLock(int port) {
        if (HELD.containsKey(port)) {
            return false;
        }
        try {
            var channel =
                    FileChannel.open(
                            directory().resolve(Integer.toString(port)),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return false;
            }
            HELD.put(port, channel);
            return true;
        } catch (IOException _) {
            return true;
        }
    }

    /** Gives a port back that turned out to be in use by another program. */
    static synchronized void release(int port) {
        var channel = HELD.remove(port);
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException _) {
                // the lock ends with this process at the latest
            }
        }
    }

    private static Path directory() throws IOException {
        return Files.createDirectories(
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "teams-availability-ports-" + System.getProperty("user.name")));
    }
}
