package org.teamsavailability.servers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.servers.process.ServerFailedException.Kind;

@Tag("slow")
class ServerTest {

    private final Workspace workspace = Workspace.create();

    @AfterEach
    void closeWorkspace() {
        workspace.close();
    }

    @Test
    void isReadyWhenItSaysSoAndKeepsItsFilesOverARestart() {
        var ready = workspace.directory().resolve("ready");
        var server = server("echo up >> ready; sleep 60", () -> Files.exists(ready));

        server.start();
        server.kill();
        assertThat(server.isRunning()).isFalse();
        server.start();

        await().untilAsserted(() -> assertThat(ready).hasContent("up\nup"));
    }

    @Test
    void aServerThatEndsBeforeItIsReadyShowsWhatItWroteLast() {
        var server = server("echo no room; echo '  at Some.frame'; exit 3", () -> false);

        assertThatThrownBy(server::start)
                .isInstanceOf(ServerFailedException.class)
                .hasMessage(
                        "Test server ended while it was starting, with exit code 3. Its last"
                                + " lines:\n  no room");
    }

    @Test
    void keepsTheOptionsOfTheJvmOutOfItsLastLines() {
        var server =
                server(
                        "echo 'Picked up JAVA_TOOL_OPTIONS: -Dpassword=hidden';"
                                + " echo 'NOTE: Picked up JDK_JAVA_OPTIONS: -Dx'; echo why; exit 1",
                        () -> false);

        assertThatThrownBy(server::start)
                .hasMessageContaining("why")
                .hasMessageNotContaining("Picked up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.net.BindException: Address already in use",
                "Web server failed to start. Port 8080 was already in use.",
                "Socket server failed to bind to localhost:9092",
                "could not bind IPv4 address"
            })
    void saysWhereAnotherProgramTookItsPort(String line) {
        var server = server("echo '" + line + "'; exit 1", () -> false);

        assertThatThrownBy(server::start)
                .isInstanceOfSatisfying(
                        ServerFailedException.class,
                        failure -> assertThat(failure.portTaken()).isTrue());
    }

    @Test
    void isNotReadyWhereAnotherProgramAnswersAndItHasEnded() {
        var server = server("exit 1", () -> true);
        server.begin();
        await().until(() -> !server.isRunning());

        assertThatThrownBy(server::awaitReady)
                .isInstanceOfSatisfying(
                        ServerFailedException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.ENDED));
    }

    @Test
    void isSlowWhereItRunsAndIsNotReadyInTime() {
        var server =
                new Server(
                        workspace,
                        new ProcessSpec(
                                "Test server",
                                List.of("sh", "-c", "sleep 60"),
                                Map.of(),
                                () -> false,
                                Duration.ZERO));

        assertThatThrownBy(server::start)
                .hasMessage("Test server was not ready within 0 s. It wrote nothing.")
                .isInstanceOfSatisfying(
                        ServerFailedException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.SLOW));
    }

    @Test
    void copiesItsLogToWhereItStays(@TempDir Path directory) throws Exception {
        var server = server("echo up; sleep 60", () -> true);
        server.start();
        await().until(() -> server.lastLines().contains("up"));

        workspace.copyLogs(directory.resolve("logs"));

        assertThat(directory.resolve("logs/test-server.log")).hasContent("up");
    }

    @Test
    void aServerThatDoesNotStopWhenToldIsKilled() {
        var server = server("trap '' TERM; echo up; sleep 60 & wait; sleep 60", () -> true);
        server.start();
        await().until(() -> server.lastLines().contains("up"));

        assertThat(server.stop(Duration.ofMillis(200))).isFalse();

        assertThat(server.isRunning()).isFalse();
    }

    @Test
    void aPausedServerLivesAndDoesNothing() {
        var beat = workspace.directory().resolve("beat");
        var server = server("while :; do touch beat; sleep 0.05; done", () -> Files.exists(beat));
        server.start();

        server.pause();
        await().until(() -> !reappears(beat));
        assertThat(server.isRunning()).isTrue();

        server.resume();
        await().until(() -> Files.exists(beat));
    }

    @Test
    void nothingIsLeftWhenTheWorkspaceIsClosed() {
        var server = server("trap '' TERM INT; sleep 60", () -> true);
        server.start();
        server.pause();

        workspace.close();

        await().until(() -> !server.isRunning());
        assertThat(workspace.directory()).doesNotExist();
        assertThatThrownBy(server::begin).isInstanceOf(RuntimeException.class);
        await().until(() -> !server.isRunning());
    }

    /** Whether the file comes back after it was removed. */
    private static boolean reappears(Path file) throws Exception {
        Files.deleteIfExists(file);
        try {
            await().atMost(Duration.ofMillis(300)).until(() -> Files.exists(file));
            return true;
        } catch (ConditionTimeoutException _) {
            return false;
        }
    }

    private Server server(String script, BooleanSupplier isReady) {
        return new Server(
                workspace,
                new ProcessSpec(
                        "Test server",
                        List.of("sh", "-c", script),
                        Map.of(),
                        isReady,
                        StartTimeout.get()));
    }
}
