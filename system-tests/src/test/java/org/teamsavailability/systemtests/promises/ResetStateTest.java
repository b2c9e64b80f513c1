package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.operations.traffic.TopicScan;
import org.teamsavailability.simulator.journal.Call;

/** The state is reset only where nothing is lost by it. */
@AloneOnTheStack
class ResetStateTest {

    private final World world;

    ResetStateTest(World world) {
        this.world = world;
    }

    @Test
    void resetStateRefusesWhileAnEnricherRunsOrARequestWaits() {
        var desk = world.desk(1);
        world.microsoft().faults().on(desk.tenant(), Call.PRESENCE).hang();
        var waiting =
                desk.request("waiting")
                        .setRespondBy(Instant.now().plus(Duration.ofMinutes(4)))
                        .build();
        world.publish(List.of(waiting));
        await().until(() -> holdsAPendingRequest(desk.id()));
        assertThat(run("reset-state", "--yes").err()).contains("availability-enricher runs");

        world.enricher().kill();

        await().pollInterval(Duration.ofSeconds(1))
                .until(() -> run("reset-state", "--yes").err().contains("1 requests wait"));
        world.microsoft().faults().clear();
        world.enricher().start();
        assertThat(world.answer(waiting.getRequestId()).getCandidates()).hasSize(1);
    }

    private boolean holdsAPendingRequest(String deskId) {
        var held = new ArrayList<Boolean>();
        new TopicScan(world.endpoints().access())
                .read(
                        List.of("promises.availability-enricher-pending-requests-changelog"),
                        Instant.EPOCH,
                        record ->
                                held.add(
                                        record.value() != null
                                                && new String(record.value(), UTF_8)
                                                        .contains(deskId)));
        return held.contains(true);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(world.endpoints().access(), arguments);
    }
}
