package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What probes and dashboards see of a running enricher. */
@AloneOnTheStack
class ManagementTest {

    private final World world;

    ManagementTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(strings = {"readiness", "liveness"})
    void isReadyAndAlive(String probe) {
        var health = world.management().get("/actuator/health/" + probe);

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"");
    }

    @Test
    void countsAnswersBySourceAndFallbacksByReason() {
        var desk = world.desk(1);
        world.ask(desk.request("counted").build());

        await().untilAsserted(() ->
                assertThat(world.management().get("/actuator/prometheus").body())
                        .containsPattern(
                                "teams_availability_answers_seconds_count\\{.*source=\"TEAMS\"")
                        .containsPattern(
                                "teams_availability_fallbacks_total\\{.*reason=\"EXPIRED\"")
                        .contains("teams_availability_pending_requests 0.0")
                        .contains("teams_availability_table_rows_ignored_total"));
    }

    @Test
    void showsNothingElse() {
        assertThat(world.management().get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(world.management().get("/actuator/heapdump").statusCode()).isEqualTo(404);
    }
}
