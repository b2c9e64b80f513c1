package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.simulator.journal.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With {@code LOG_FORMAT=ecs} every line is a JSON object that a collector understands. */
@OnTheWholeStack
class StructuredLogTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final WholeStack stack;

    StructuredLogTest(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void writesEachLineAsAnObjectWithItsKeyValuesAndItsTrace() {
        var desk = stack.desk().setUp(1);
        stack.microsoft().faults().on(desk.tenant(), Call.TOKEN).status(503);

        await().atMost(WholeStack.PATIENCE)
                .untilAsserted(() -> {
                    desk.connection();
                    assertThat(lines(stack.mappingService()))
                            .filteredOn(line -> message(line).contains("could not be checked"))
                            .anySatisfy(line -> {
                                assertThat(line.path("serviceDeskId").asString())
                                        .isEqualTo(desk.id());
                                assertThat(line.path("traceId").asString()).matches("[0-9a-f]{32}");
                            });
                });
        assertThat(lines(stack.enricher())).isNotEmpty().allSatisfy(this::isOfEcs);
        assertThat(lines(stack.mappingService())).isNotEmpty().allSatisfy(this::isOfEcs);
    }

    @Test
    void namesNoPerson() {
        var desk = stack.desk().setUp(2);
        stack.ask(desk.request(List.of("tech-1", "tech-2")));
        desk.autoMap();

        for (var service : List.of(stack.enricher(), stack.mappingService())) {
            assertThat(text(service))
                    .doesNotContain(
                            desk.address(1),
                            desk.administrator(),
                            desk.person(1).toString(),
                            "Person 1",
                            "tech-1");
        }
    }

    private void isOfEcs(JsonNode line) {
        assertThat(line.path("@timestamp").isString()).isTrue();
        assertThat(line.path("log").path("level").isString()).isTrue();
        assertThat(line.path("message").isString()).isTrue();
        assertThat(line.path("service").path("name").isString()).isTrue();
    }

    private static String message(JsonNode line) {
        return line.path("message").asString("");
    }

    /** What the JVM itself says before there is a log is no line of it. */
    private static List<JsonNode> lines(Server service) {
        return text(service)
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(JSON::readTree)
                .toList();
    }

    private static String text(Server service) {
        try {
            return Files.readString(service.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
