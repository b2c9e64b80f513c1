package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.SchemaRegistration;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.schemas.serde.TopicCreation.Settings;
import org.teamsavailability.servers.process.JavaCommand;

/** The Java program that {@code docs/events.md} links does what it says, run from its source. */
@OnTheStack
class JavaExampleTest {

    private static final Path PROGRAM = Path.of("..", "docs", "examples", "java", "Ask.java");

    /** Of topics without an enricher. */
    private static final String UNANSWERED = "unanswered.";

    private final World world;

    @TempDir private Path directory = Path.of("");

    JavaExampleTest(World world) {
        this.world = world;
    }

    @Test
    void printsTheVerdicts() throws Exception {
        var program = withoutHaste(Files.readString(PROGRAM));

        assertThat(outputOf(program, world.endpoints().topicPrefix()))
                .containsPattern("(?m)^TEAMS - .")
                .containsPattern("(?m)^anna NEUTRAL - .")
                .containsPattern("(?m)^bert blocked - .");
    }

    @Test
    void goesOnWithoutTeamsWhenNoAnswerComes() throws Exception {
        createTopicsThatNobodyAnswersOn();

        assertThat(outputOf(PROGRAM, UNANSWERED))
                .containsPattern("(?m)^PSA_ONLY - .*did not answer in time")
                .containsPattern("(?m)^anna NEUTRAL - .")
                .containsPattern("(?m)^bert NEUTRAL - .");
    }

    private void createTopicsThatNobodyAnswersOn() {
        var topics = List.of(Topics.DISPATCH_REQUESTED, Topics.CANDIDATE_AVAILABILITY);
        try (var admin = world.endpoints().access().admin()) {
            var _ = new TopicCreation(admin, new Settings(UNANSWERED, 1, 1)).create(topics);
        }
        var registry = SerdeSettings.apicurio(world.endpoints().registry());
        new SchemaRegistration(registry, UNANSWERED).register(topics);
    }

    /** The same program, which waits for as long as a cold JVM may need on a busy machine. */
    private Path withoutHaste(String program) throws IOException {
        var respondBy = ".setRespondBy(now.plusSeconds(2))";
        assertThat(program).containsOnlyOnce(respondBy);
        return Files.writeString(
                directory.resolve("Ask.java"),
                program.replace(respondBy, ".setRespondBy(now.plusSeconds(30))"));
    }

    private String outputOf(Path program, String topicPrefix)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                                JavaCommand.of(
                                        List.of(
                                                "-cp",
                                                System.getProperty("java.class.path"),
                                                program.toString())))
                        .redirectErrorStream(true);
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", world.endpoints().kafka());
        builder.environment().put("SCHEMA_REGISTRY_URL", world.endpoints().registry());
        builder.environment().put("TOPIC_PREFIX", topicPrefix);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
