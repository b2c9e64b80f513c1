package org.teamsavailability.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teamsavailability.localstack.traffic.Endpoints;

class PortFileTest {

    private static final Endpoints STACK =
            new Endpoints(
                    "localhost:9092",
                    "http://localhost:8081",
                    "http://localhost:8088",
                    "http://localhost:8080",
                    "jdbc:postgresql://localhost:5432/postgres",
                    null,
                    "prefix-");

    @TempDir private Path directory;
    private Path file;
    private PortFile portFile;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("ports.json");
        portFile = new PortFile(file);
    }

    @Test
    void saysWhereTheStackIsWhileItRuns() {
        assertThat(portFile.read()).isEmpty();

        assertThat(portFile.write(STACK)).isTrue();
        assertThat(portFile.read()).contains(STACK);

        portFile.remove();
        assertThat(portFile.read()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        portFile.write(STACK);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileOfAProcessThatIsGoneDoesNotCount() throws IOException {
        portFile.write(STACK);
        rewrite("\"began\" : \"\\d+", "\"began\" : \"1999");

        assertThat(portFile.read()).isEmpty();
        assertThat(portFile.write(STACK)).isTrue();
        assertThat(portFile.read()).contains(STACK);
    }

    @Test
    void theStackThatWasThereFirstKeepsTheFile() throws IOException {
        portFile.write(STACK);
        var other = ProcessHandle.current().parent().orElseThrow();
        rewrite("\"pid\" : \\d+", "\"pid\" : " + other.pid());
        rewrite("\"began\" : \"[^\"]+", "\"began\" : \"" + other.info().startInstant().get());

        assertThat(portFile.write(STACK)).isFalse();
        portFile.remove();

        assertThat(portFile.read()).contains(STACK);
    }

    @Test
    void aFileThatIsNotOursToReadAsAStackIsNoStack() throws IOException {
        Files.writeString(file, "not a stack");
        assertThat(portFile.read()).isEmpty();

        Files.delete(file);
        Files.createSymbolicLink(file, directory.resolve("elsewhere.json"));
        new PortFile(directory.resolve("elsewhere.json")).write(STACK);
        assertThat(portFile.read()).isEmpty();
    }

    private void rewrite(String pattern, String replacement) throws IOException {
        Files.writeString(file, Files.readString(file).replaceAll(pattern, replacement));
    }
}
