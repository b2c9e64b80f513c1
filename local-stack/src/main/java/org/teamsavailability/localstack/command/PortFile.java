package org.teamsavailability.localstack.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.time.Instant;
import java.util.Optional;
import org.teamsavailability.localstack.traffic.Endpoints;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file by which {@code ask} finds the running stack: in the user's temporary directory, for
 * this user only, and there while the stack is up. A file of a process that is gone does not count.
 */
public final class PortFile {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path file;

    /** The stack that runs: its process, when that began, and where it is. */
    private record Content(long pid, Instant began, Endpoints stack) {}

    public PortFile(Path file) {
        this.file = file;
    }

    static PortFile ofThisUser() {
        return new PortFile(
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "teams-availability-" + System.getProperty("user.name") + ".json"));
    }

    /** The stack that runs; empty where none does. */
    Optional<Endpoints> read() {
        return content().filter(PortFile::isRunning).map(Content::stack);
    }

    /**
     * Writes where the stack of this process is.
     *
     * @return false where the file belongs to another stack that runs, which keeps it
     */
    public boolean write(Endpoints stack) {
        if (read().isPresent()) {
            return false;
        }
        var self = ProcessHandle.current();
        try {
            // a temporary file can be read by its owner only, and is moved in one step
            var written = Files.createTempFile(file.toAbsolutePath().getParent(), "teams-", ".tmp");
            MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValue(written, new Content(self.pid(), began(self), stack));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** Removes the file if it is of this process. */
    public void remove() {
        if (content()
                .map(Content::pid)
                .filter(pid -> pid == ProcessHandle.current().pid())
                .isPresent()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException _) {
                // stale from now on, and ignored as such
            }
        }
    }

    private Optional<Content> content() {
        try {
            if (!isOurs()) {
                return Optional.empty();
            }
            return Optional.of(MAPPER.readValue(file, Content.class));
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }

    /** Another user could have put a file there to have requests sent elsewhere. */
    private boolean isOurs() throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(thisUser());
    }

    /** A user without an entry in the list of users owns what they make, too. */
    private UserPrincipal thisUser() throws IOException {
        try {
            return file.getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name"));
        } catch (UserPrincipalNotFoundException _) {
            var own = Files.createTempFile(file.toAbsolutePath().getParent(), "teams-", ".tmp");
            try {
                return Files.getOwner(own);
            } finally {
                Files.delete(own);
            }
        }
    }

    /** The process number may be another program's by now; when that began tells. */
    private static boolean isRunning(Content content) {
        return ProcessHandle.of(content.pid())
                .filter(process -> began(process).equals(content.began()))
                .isPresent();
    }

    private static Instant began(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
