package org.teamsavailability.systemtests.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DashboardsTest {

    private static final Map<String, JsonNode> DASHBOARDS = Monitoring.dashboards();

    @Test
    void areTheFourThatOperatorsAreToldOf() {
        assertThat(DASHBOARDS)
                .containsOnlyKeys(
                        "dispatch-health.json",
                        "teams-health.json",
                        "kafka-streams.json",
                        "mapping-service.json");
        assertThat(DASHBOARDS.values())
                .extracting(it -> it.path("uid").asString(), it -> it.path("title").asString())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void takeTheirDataFromTheSourceThatIsChosen(JsonNode panel) {
        assertThat(panel.findValues("datasource"))
                .isNotEmpty()
                .extracting(it -> it.path("uid").asString())
                .containsOnly("${datasource}");
    }

    @ParameterizedTest
    @MethodSource("panels")
    void sayWhatAPanelShowsAndInWhichUnit(JsonNode panel) {
        assertThat(panel.path("title").asString()).isNotBlank();
        assertThat(panel.path("description").asString()).endsWith(".");
        assertThat(panel.path("fieldConfig").path("defaults").path("unit").asString())
                .isIn(Set.of("short", "s", "ms", "d", "reqps", "ops", "percentunit", "bytes"));
        assertThat(Monitoring.children(panel.path("targets"))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void lieOnTheGridWithoutCoveringEachOther(JsonNode dashboard) {
        var cells = Monitoring.children(dashboard.path("panels")).flatMap(DashboardsTest::cells);

        assertThat(cells).doesNotHaveDuplicates();
    }

    private static Stream<String> cells(JsonNode panel) {
        var at = panel.path("gridPos");
        int width = at.path("w").asInt();
        int left = at.path("x").asInt();
        assertThat(left + width).isLessThanOrEqualTo(24);
        return Stream.iterate(0, it -> it + 1)
                .limit((long) width * at.path("h").asInt())
                .map(it -> (left + it % width) + "," + (at.path("y").asInt() + it / width));
    }

    private static Stream<JsonNode> panels() {
        return dashboards().flatMap(dashboard -> Monitoring.panels(dashboard).stream());
    }

    private static Stream<JsonNode> dashboards() {
        return DASHBOARDS.values().stream();
    }
}
