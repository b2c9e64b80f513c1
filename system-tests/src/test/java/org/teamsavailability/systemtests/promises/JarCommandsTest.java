package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teamsavailability.servers.process.StartTimeout;

/** The enricher's jar runs the operators' commands with the service's own variables. */
@OnTheStack
class JarCommandsTest {

    private final World world;

    @TempDir private Path directory = Path.of("");

    JarCommandsTest(World world) {
        this.world = world;
    }

    @Test
    void helpNamesEveryCommand() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "help").success())
                .contains(
                        "topics",
                        "dead-letters",
                        "fallbacks",
                        "trace",
                        "ask",
                        "reset-state",
                        "help");
    }

    @Test
    void printsTheResultAndNothingElse() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "topics", "compare").success())
                .isEqualToNormalizingNewlines(
                        "8 topics and their schemas are as they are declared\n");
    }

    @Test
    void saysInASentenceWhichVariableIsWrong() throws IOException, InterruptedException {
        var run = run(Map.of("TOPIC_PREFIX", "no spaces"), "fallbacks", "--once");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("TOPIC_PREFIX is \"no spaces\", but must match");
        assertThat(run.out()).isEmpty();
    }

    private CommandRun run(Map<String, String> wrong, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(World.enricherCommand());
        command.addAll(List.of(arguments));
        var out = directory.resolve("out");
        var err = directory.resolve("err");
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS",
                                world.endpoints().kafka(),
                                "SCHEMA_REGISTRY_URL",
                                world.endpoints().registry(),
                                "TOPIC_PREFIX",
                                world.endpoints().topicPrefix(),
                                "REPLICATION_FACTOR",
                                "1",
                                "MIN_INSYNC_REPLICAS",
                                "1"));
        builder.environment().putAll(wrong);
        var process = builder.start();
        try {
            assertThat(process.waitFor(StartTimeout.get())).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
