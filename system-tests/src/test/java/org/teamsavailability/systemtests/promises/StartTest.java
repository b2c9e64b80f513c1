package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.servers.process.StartTimeout;

/** An enricher that cannot work says why in a sentence, and ends. */
@OnTheStack
class StartTest {

    private final World world;

    @TempDir private Path directory = Path.of("");

    StartTest(World world) {
        this.world = world;
    }

    @Test
    void endsWithoutAClientId() throws IOException, InterruptedException {
        assertThat(outputOfAFailedStart(Map.of("MICROSOFT_CLIENT_ID", "")))
                .contains("MICROSOFT_CLIENT_ID is not set");
    }

    @Test
    void endsWithoutItsTopics() throws IOException, InterruptedException {
        assertThat(outputOfAFailedStart(Map.of("TOPIC_PREFIX", "nowhere.")))
                .contains("nowhere.dispatch-requested")
                .contains("topics create");
    }

    @Test
    void endsWithoutItsSchemas() throws IOException, InterruptedException {
        try (var admin = world.endpoints().access().admin()) {
            new TopicCreation(admin, TopicCreation.Settings.unreplicated("no-schemas."))
                    .create(Topics.ALL);
        }

        assertThat(outputOfAFailedStart(Map.of("TOPIC_PREFIX", "no-schemas.")))
                .contains("no-schemas.dispatch-requested-value");
    }

    /** Of an enricher with this environment in addition to the right one; fails if it runs. */
    private String outputOfAFailedStart(Map<String, String> wrong)
            throws IOException, InterruptedException {
        var output = directory.resolve("enricher.log");
        var process = enricher(wrong).redirectErrorStream(true).redirectOutput(output.toFile());
        var started = process.start();
        try {
            assertThat(started.waitFor(StartTimeout.get())).as("it ended").isTrue();
        } finally {
            started.destroyForcibly();
        }
        assertThat(started.exitValue()).isNotZero();
        return Files.readString(output);
    }

    private ProcessBuilder enricher(Map<String, String> wrong) {
        var environment = new HashMap<String, String>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", world.endpoints().kafka());
        environment.put("SCHEMA_REGISTRY_URL", world.endpoints().registry());
        environment.put("MANAGEMENT_SERVER_PORT", "0");
        environment.put("STATE_DIRECTORY", directory.resolve("state").toString());
        environment.put("MICROSOFT_CLIENT_ID", "00000000-0000-4000-8000-000000000001");
        environment.put("MICROSOFT_CLIENT_SECRET", "a secret");
        environment.putAll(wrong);
        var builder = new ProcessBuilder(World.enricherCommand());
        builder.environment().putAll(environment);
        return builder;
    }
}
