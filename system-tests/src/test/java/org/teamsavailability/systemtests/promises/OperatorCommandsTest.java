package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.operations.fallbacks.FallbacksCommand;
import org.teamsavailability.schemas.broker.BrokerFutures;
import org.teamsavailability.schemas.serde.TopicCreation;
import picocli.CommandLine;

/** The commands of an installation, against one. */
@OnTheStack
class OperatorCommandsTest {

    private final World world;

    OperatorCommandsTest(World world) {
        this.world = world;
    }

    @Test
    void askPrintsTheAnswer() {
        var desk = world.desk(1);

        // Microsoft may answer too late on a busy machine
        await().untilAsserted(() ->
                assertThat(run("ask", "--desk", desk.id(), "--candidates", "tech-1").success())
                        .contains(": TEAMS", " tech-1  at work"));
    }

    @Test
    void askPrintsEverySentenceWhereThatIsAskedFor() {
        var desk = world.desk(1);

        await().untilAsserted(() ->
                assertThat(
                                run(
                                                "ask",
                                                "--verbose",
                                                "--desk",
                                                desk.id(),
                                                "--candidates",
                                                "tech-1")
                                        .success())
                        .contains("tech-1", "WORKING", "source: TEAMS"));
    }

    @Test
    void fallbacksListsTheReasonsOfADeskAndCountsThem() {
        var id = "desk-" + UUID.randomUUID();
        run("ask", "--desk", id, "--candidates", "a").success();
        run("ask", "--desk", id, "--candidates", "a").success();

        var listed = run("fallbacks", "--once", "--desk", id).success().lines().toList();

        assertThat(listed)
                .filteredOn(line -> line.contains(" " + id + " "))
                .hasSize(2)
                .allMatch(line -> line.contains("TEAMS_NOT_CONNECTED"));
        assertThat(listed).anyMatch(line -> line.matches("2 +2 +2 +TEAMS_NOT_CONNECTED"));
    }

    @Test
    void fallbacksAreJsonWhereThatIsAskedFor() {
        var id = "desk-" + UUID.randomUUID();
        run("ask", "--desk", id, "--candidates", "a").success();

        assertThat(run("fallbacks", "--once", "--json", "--desk", id).success().lines())
                .singleElement()
                .asString()
                .startsWith("{\"requestId\":")
                .contains("\"reason\":\"TEAMS_NOT_CONNECTED\"");
    }

    @Test
    void fallbacksPrintsWhatComesUntilItIsStopped() throws InterruptedException {
        var id = "desk-" + UUID.randomUUID();
        var printed = new ByteArrayOutputStream();
        var out = new PrintStream(printed, true, UTF_8);
        var goesOn = new AtomicBoolean(true);
        var command =
                new FallbacksCommand(
                        () -> world.endpoints().access(),
                        new Console(out, out, Clock.systemUTC()),
                        goesOn::get);
        var running =
                Thread.ofVirtual().start(() -> new CommandLine(command).execute("--desk", id));
        await().atMost(World.PATIENCE).until(() -> printed.toString(UTF_8).contains("(none)"));

        run("ask", "--desk", id, "--candidates", "a").success();

        await().atMost(World.PATIENCE).until(() -> printed.toString(UTF_8).contains(id + " ask-"));
        goesOn.set(false);
        assertThat(running.join(World.PATIENCE)).isTrue();
    }

    @Test
    void compareFindsNothingWhereTopicsAreAsDeclared() {
        assertThat(run("topics", "compare").success()).contains("8 topics and their schemas");
    }

    @Test
    void comparePrintsEachDifferenceAndItsRemedy() {
        var elsewhere = access("differs.");
        CommandRun.of(elsewhere, "topics", "create").success();
        try (var admin = elsewhere.admin()) {
            var topic =
                    new ConfigResource(ConfigResource.Type.TOPIC, "differs.candidate-availability");
            var week = new AlterConfigOp(new ConfigEntry("retention.ms", "604800000"), OpType.SET);
            BrokerFutures.of(admin.incrementalAlterConfigs(Map.of(topic, List.of(week))).all());
            BrokerFutures.of(admin.deleteTopics(List.of("differs.psa-technician-dlq")).all());
        }

        // the broker answers before it has applied what it was told
        await().atMost(World.PATIENCE)
                .until(() ->
                        CommandRun.of(elsewhere, "topics", "compare")
                                .out()
                                .contains("2 differences"));
        var compared = CommandRun.of(elsewhere, "topics", "compare");

        assertThat(compared.exitCode()).isEqualTo(1);
        assertThat(compared.out())
                .contains(
                        "differs.candidate-availability has retention.ms=604800000, declared is"
                                + " 86400000",
                        "--entity-name differs.candidate-availability --add-config"
                                + " retention.ms=86400000",
                        "differs.psa-technician-dlq does not exist");
        assertThat(CommandRun.of(elsewhere, "topics", "create").success())
                .contains("Created: differs.psa-technician-dlq");
    }

    @Test
    void saysInASentenceThatNobodyAnswers() {
        var nowhere =
                new Access(
                        Map.of("bootstrap.servers", "localhost:1"),
                        access("").registry(),
                        access("").topics());

        var run = CommandRun.of(nowhere, "dead-letters");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("KAFKA_BOOTSTRAP_SERVERS").hasLineCount(1);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(world.endpoints().access(), arguments);
    }

    private Access access(String prefix) {
        var access = world.endpoints().access();
        return new Access(
                access.kafka(), access.registry(), TopicCreation.Settings.unreplicated(prefix));
    }
}
