package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.teamsavailability.helm.chart.Chart;
import org.teamsavailability.helm.chart.Options;
import org.teamsavailability.helm.chart.Rendering;

/** Alerts and dashboards reach the cluster as they are in {@code files}. */
class MonitoringTest {

    private static final Path FILES = Chart.SOURCE.resolve("files");
    private static final String RUNBOOKS =
            "https://git.example.com/teams-availability/blob/v0.1.0/";
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Rendering monitoring = Options.rendering("monitoring");

    @Test
    void takesTheAlertsOverAsTheyAreAndSaysWhereTheirRunbooksCanBeRead() throws IOException {
        var rule = monitoring.one(PrometheusRule.class, "alerts");
        String alerts =
                Files.readString(FILES.resolve("alerts.yml"))
                        .replace("runbook_url: ", "runbook_url: " + RUNBOOKS);

        assertThat(YAML.<JsonNode>valueToTree(rule.getSpec())).isEqualTo(YAML.readTree(alerts));
        assertThat(rule.getMetadata().getLabels()).containsEntry("release", "prometheus");
    }

    @Test
    void takesEachDashboardOverAsItIs() throws IOException {
        var expected = new TreeMap<String, JsonNode>();
        try (var files = Files.list(FILES.resolve("dashboards"))) {
            for (var file : files.toList()) {
                expected.put(
                        file.getFileName().toString(), new ObjectMapper().readTree(file.toFile()));
            }
        }

        var found = new TreeMap<String, JsonNode>();
        for (var map : monitoring.all(ConfigMap.class).toList()) {
            assertThat(map.getMetadata().getLabels()).containsEntry("grafana_dashboard", "teams");
            assertThat(map.getMetadata().getAnnotations())
                    .containsEntry("grafana_folder", "Dispatch");
            for (var entry : map.getData().entrySet()) {
                found.put(entry.getKey(), new ObjectMapper().readTree(entry.getValue()));
            }
        }
        assertThat(found).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void scrapesWhatTheServicesServe() {
        assertThat(monitoring.one(ServiceMonitor.class, "metrics").getSpec().getEndpoints())
                .singleElement()
                .satisfies(it -> assertThat(it.getPath()).isEqualTo("/actuator/prometheus"))
                .satisfies(it -> assertThat(it.getInterval()).isEqualTo("15s"))
                .satisfies(it -> assertThat(it.getScrapeTimeout()).isEqualTo("10s"))
                .satisfies(it ->
                        assertThat(it.getMetricRelabelings().getFirst().getRegex())
                                .isEqualTo("jvm_.*"));
    }

    /** Alerts and dashboards choose by the label job. */
    @Test
    void callsTheJobsWhatTheAlertsCallThem() {
        var monitor = monitoring.one(ServiceMonitor.class, "metrics").getSpec();

        assertThat(monitor.getJobLabel()).isEqualTo("app.kubernetes.io/component");
        assertThat(monitor.getEndpoints().getFirst().getRelabelings())
                .hasSize(2)
                .first()
                .satisfies(it -> assertThat(it.getRegex()).isEqualTo("enricher"))
                .satisfies(
                        it -> assertThat(it.getReplacement()).isEqualTo("availability-enricher"));
    }

    @Test
    void isLeftOutUnlessItIsAskedFor() {
        assertThat(Options.rendering("defaults").objects())
                .noneMatch(it ->
                        it instanceof ServiceMonitor
                                || it instanceof PrometheusRule
                                || it instanceof ConfigMap);
    }
}
