package org.teamsavailability.servers.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The working directory of a stack and the guard over its processes.
 *
 * <p>The guard is a small shell process that waits at a pipe from this one. When the pipe closes,
 * by {@link #close()} or because this process was killed, it kills the processes that are still
 * registered and removes the directory. So nothing is left behind in either case.
 */
public final class Workspace implements AutoCloseable {

    private static final int GUARD_ENDS_WITHIN_SECONDS = 90;

    private final Path directory;
    private final Process guard;
    private final BufferedWriter pipe;

    private Workspace(Path directory, Process guard) {
        this.directory = directory;
        this.guard = guard;
        this.pipe = guard.outputWriter(UTF_8);
    }

    /** Makes a directory that only this user can read, in the user's temporary directory. */
    public static Workspace create() {
        try {
            var directory = Files.createTempDirectory("teams-availability-");
            var guard =
                    new ProcessBuilder("sh", "-c", guardScript(), "guard", directory.toString())
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start();
            return new Workspace(directory, guard);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No working directory can be made in %s: free some space there, or name another with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIRECTORY"
                            .formatted(System.getProperty("java.io.tmpdir")),
                    e);
        }
    }

    /** Everything the stack writes is in here. */
    public Path directory() {
        return directory;
    }

    /** The file that the named process writes its output to. */
    public Path log(String name) {
        return directory.resolve(name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".log");
    }

    /**
     * Copies all logs, so that they can be read after {@link #close()}.
     *
     * @param target a directory, which is made where it is missing
     * @throws UncheckedIOException where it cannot be written
     */
    public void copyLogs(Path target) {
        try (var files = Files.newDirectoryStream(directory, "*.log")) {
            Files.createDirectories(target);
            for (var log : files) {
                Files.copy(
                        log,
                        target.resolve(log.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The logs cannot be copied to " + target, e);
        }
    }

    /** The end of the log of the named process, without the frames of stack traces. */
    public List<String> lastLines(String name) {
        return LogTail.of(log(name));
    }

    /** The guard kills it when this process ends. */
    public void started(ProcessHandle process) {
        tell("started " + process.pid());
    }

    void ended(ProcessHandle process) {
        tell("ended " + process.pid());
    }

    private synchronized void tell(String change) {
        try {
            pipe.write(change);
            pipe.newLine();
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The guard of the stack's processes is gone", e);
        }
    }

    /** Kills what still runs, removes the directory and waits until both are done. */
    @Override
    public void close() {
        try {
            synchronized (this) {
                pipe.close();
            }
            guard.waitFor(GUARD_ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (IOException _) {
            // the guard went first; what it could do is done
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String guardScript() throws IOException {
        try (InputStream script = Workspace.class.getResourceAsStream("guard.sh")) {
            if (script == null) {
                throw new IOException("guard.sh is missing next to " + Workspace.class.getName());
            }
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
