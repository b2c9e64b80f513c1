package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;

/** A bad row of a table harms nobody: the rows before and after it count. */
@AloneOnTheStack
class BadRowsTest {

    private static final int BAD_ROWS = 6;
    private static final String IGNORED = "teams_availability_table_rows_ignored_total";

    private final World world;

    BadRowsTest(World world) {
        this.world = world;
    }

    @Test
    void countsTheRowsBeforeAndAfterABadOne() {
        var before = world.desk(2);
        double ignored = world.management().meter(IGNORED);

        publishBadRows(before);
        var after = world.desk(2);

        answersFromTeams(before);
        answersFromTeams(after);
        await().untilAsserted(() ->
                assertThat(world.management().meter(IGNORED)).isEqualTo(ignored + BAD_ROWS));
    }

    @Test
    void countsTheRowsAroundABadOneWhenTheTablesAreReadAgain() throws IOException {
        var before = world.desk(2);
        publishBadRows(before);
        var after = world.desk(2);

        world.enricher().stop(World.PATIENCE);
        delete(world.state());
        world.enricher().start();

        assertThat(world.management().meter(IGNORED)).isGreaterThanOrEqualTo(BAD_ROWS);
        answersFromTeams(before);
        answersFromTeams(after);
    }

    /** Under the keys of the desk's good rows, on both topics. */
    private void publishBadRows(Desk desk) {
        var neighbour = Desk.of("neighbour-of-" + desk.id(), 1);
        var connection = world.bytes(Topics.SERVICE_DESK_CONNECTION, neighbour.connection());
        var mapping = world.bytes(Topics.TECHNICIAN_MAPPING, neighbour.mappings().getFirst());
        publishBadRows(Topics.SERVICE_DESK_CONNECTION, desk.id(), connection);
        publishBadRows(Topics.TECHNICIAN_MAPPING, desk.id() + "/tech-1", mapping);
    }

    private void publishBadRows(Topic topic, String key, byte[] ofSomebodyElse) {
        world.publish(topic, key, "not a row".getBytes(UTF_8));
        world.publish(topic, key, ofSomebodyElse);
        world.publish(topic, key, ByteBuffer.allocate(9).putInt(1, 424_242).array());
    }

    private void answersFromTeams(Desk desk) {
        var answer = world.ask(desk.request("after bad rows").build());
        assertThat(answer.getSource()).isEqualTo(AvailabilitySource.TEAMS);
        assertThat(answer.getFallbacks()).isEqualTo(List.of());
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
