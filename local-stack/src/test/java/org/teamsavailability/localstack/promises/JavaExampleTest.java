package org.teamsavailability.localstack.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.localstack.sample.Samples;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.SchemaRegistration;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.schemas.serde.TopicCreation.Settings;

/** The Java program of {@code docs/events.md} does what it says, run from its source as it is. */
@OnTheStack
class JavaExampleTest {

    private static final Path PROGRAM = Path.of("..", "docs", "examples", "java", "Ask.java");

    /** Of topics without an enricher. */
    private static final String UNANSWERED = "unanswered.";

    private final World world;

    JavaExampleTest(World world) {
        this.world = world;
    }

    @Test
    void printsTheVerdicts() throws Exception {
        knowNorthwind();

        assertThat(outputOfTheProgram(world.endpoints().topicPrefix()))
                .containsPattern("(?m)^TEAMS - .")
                .containsPattern("(?m)^anna NEUTRAL - .")
                .containsPattern("(?m)^bert blocked - .");
    }

    @Test
    void goesOnWithoutTeamsWhenNoAnswerComes() throws Exception {
        createTopicsThatNobodyAnswersOn();

        assertThat(outputOfTheProgram(UNANSWERED)).contains("No answer in time");
    }

    private void createTopicsThatNobodyAnswersOn() {
        var topics = List.of(Topics.DISPATCH_REQUESTED, Topics.CANDIDATE_AVAILABILITY);
        try (var admin = world.endpoints().access().admin()) {
            var _ = new TopicCreation(admin, new Settings(UNANSWERED, 1, 1)).create(topics);
        }
        var registry = SerdeSettings.apicurio(world.endpoints().registry());
        new SchemaRegistration(registry, UNANSWERED).register(topics);
    }

    private void knowNorthwind() {
        var clock = Clock.systemUTC();
        var desks = SampleDesks.load();
        world.know(
                Samples.microsoft(clock),
                desks.connections(clock.instant()),
                desks.mappings(clock.instant()));
    }

    private String outputOfTheProgram(String topicPrefix) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                PROGRAM.toString())
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
