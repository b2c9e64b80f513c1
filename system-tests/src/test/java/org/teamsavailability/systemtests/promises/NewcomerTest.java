package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.teamsavailability.localstack.command.Commands;
import org.teamsavailability.localstack.server.MappingService;
import org.teamsavailability.servers.process.StartTimeout;
import org.teamsavailability.systemtests.script.NewcomerBlocks;
import org.teamsavailability.systemtests.script.RunningQuickstart;
import org.teamsavailability.systemtests.script.ShellBlock;

/**
 * What a newcomer sees first: the samples, sent to an installation that runs elsewhere as often as
 * one likes, and then the shell lines of README.md and docs/set-up.md.
 */
@OnTheWholeStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewcomerTest {

    private final WholeStack stack;
    private String firstRun = "";

    NewcomerTest(WholeStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void sendTheSamples() {
        firstRun = samples();
    }

    @Test
    void theSamplesShowEachRuleOnAScreenOfEightyColumns() {
        assertThat(firstRun)
                .startsWith("4 service desks are set up through the API")
                .contains(" 1/25 + A break blocks work that starts now")
                .contains("  x bert  on a break: blocked")
                .contains("25 of 25 answers as expected, ")
                .contains(" s.");
        assertThat(firstRun.lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void theOutputInTheReadmeIsReal() throws IOException {
        var readme = Files.readString(Path.of("..", "README.md"));
        int start = readme.indexOf("```text\n") + "```text\n".length();
        var shown = readme.substring(start, readme.indexOf("```", start));

        assertThat(firstRun).contains(shown.replace('✓', '+').replace('↓', '-'));
    }

    @Test
    void aSecondRunShowsTheSameAsTheFirst() {
        assertThat(samples())
                .startsWith("The service desks are there already, and connected again.")
                .contains("25 of 25 answers as expected");
    }

    @Test
    void theLinesOfTheDocumentsDoWhatTheySay(@TempDir Path directory) throws Exception {
        try (var quickstart = new RunningQuickstart(directory, stack.endpoints())) {
            var ask = run(directory, NewcomerBlocks.toRun().getFirst());
            assertThat(ask).contains(" anna  at work", " bert  on a break", "Usage: ./quickstart");

            var setUp = run(directory, NewcomerBlocks.toRun().getLast());
            assertThat(setUp)
                    .contains("<h1", "\"matched\"", " amy  ", " bob  ", " cat  ")
                    .doesNotContainPattern("\"status\":\\s*[45]\\d\\d");

            // tables trail their topics
            await().untilAsserted(() -> {
                var printed = new ByteArrayOutputStream();
                quickstart.run(
                        printed, "ask", "--desk", "adventure", "--candidates", "amy,bob,cat");
                assertThat(printed.toString(UTF_8)).doesNotContain("not mapped", "without");
            });
        }
    }

    /** Runs the lines where this stack takes the place of the one that they speak of. */
    private String run(Path directory, ShellBlock block) throws IOException, InterruptedException {
        var script =
                block.text()
                        .replace("http://localhost:8080", stack.service())
                        .replace(
                                "http://localhost:9700",
                                requireNonNull(stack.endpoints().simulator()))
                        // it runs until Ctrl-C otherwise
                        .replace("./quickstart fallbacks", "./quickstart fallbacks --once");
        var out = directory.resolve("out");
        var bash =
                new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        try {
            assertThat(bash.waitFor(StartTimeout.get())).as("%s ends", block).isTrue();
        } finally {
            bash.destroyForcibly();
        }
        var printed = Files.readString(out);
        assertThat(bash.exitValue()).as("%s: %s", block, printed).isZero();
        return printed;
    }

    /** What it prints; fails where an answer is not as expected. */
    private String samples() {
        var there = stack.endpoints();
        Map<String, String> environment = new HashMap<>(MappingService.database(stack.database()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", there.kafka());
        environment.put("SCHEMA_REGISTRY_URL", there.registry());
        environment.put("TOPIC_PREFIX", there.topicPrefix());
        environment.put("SIMULATOR_URL", requireNonNull(there.simulator()));
        environment.put("MAPPING_SERVICE_URL", stack.service());
        environment.put("TEAMS_AVAILABILITY_PUBLIC_URL", stack.service());
        var out = new ByteArrayOutputStream();
        var printed = new PrintStream(out, true, UTF_8);
        int code = new Commands(environment, Clock.systemUTC(), printed, printed).samples();
        assertThat(code).as(out::toString).isZero();
        return out.toString(UTF_8);
    }
}
