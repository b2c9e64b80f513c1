package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.systemtests.monitoring.Exports;
import org.teamsavailability.systemtests.monitoring.MetricsDocument;
import org.teamsavailability.systemtests.monitoring.MetricsDocument.Row;
import org.teamsavailability.systemtests.monitoring.Monitoring;
import org.teamsavailability.systemtests.monitoring.Query;

/**
 * Dashboards, alerts and docs/metrics.md name what the two running services export, by name, type
 * and labels, and nothing else.
 */
@OnTheWholeStack
class ExportedMetricsTest {

    /** Says when credentials end: of a client secret, as this stack has, nobody can know. */
    private static final Set<String> NOT_OF_THIS_STACK =
            Set.of("teams_availability_credentials_expiry_days");

    /** Of these, every value is there from the start. */
    private static final Set<String> CLOSED =
            Set.of("reason", "signal", "source", "consent", "state", "cause", "table", "workload");

    /** The instance has its default name, of the host and the port. */
    private static final Pattern CONSUMER_OF_STREAMS =
            Pattern.compile(
                    "whole\\.availability-enricher-[^-]+(-[^-]+){0,3}-\\d{4,5}-StreamThread-\\d+-consumer");

    private static final Pattern CONSUMER_OF_MAPPING =
            Pattern.compile(
                    "whole\\.mapping-service[.-](psa-technician|fallback-reason)-.+-\\d+-\\d+");

    private final WholeStack stack;
    private final ServiceDesk desk;

    ExportedMetricsTest(WholeStack stack) {
        this.stack = stack;
        this.desk = stack.desk().setUp(1);
        stack.awaitAnswer(desk, Answers.presence(PresenceVerdict.WORKING), "tech-1");
        stack.ask(desk.requestWithRota(List.of("tech-1")));
    }

    @Test
    void areAllDocumentedWithTypeAndLabelsAndDocumentsNameNoOthers() {
        var rows = MetricsDocument.rows();
        assertThat(rows).hasSizeGreaterThan(20);

        await().atMost(WholeStack.PATIENCE)
                .untilAsserted(() -> {
                    hold(rows, Row::isOfEnricher, enricher());
                    hold(rows, Row::isOfMappingService, mappingService());
                });
    }

    private static void hold(List<Row> rows, Predicate<Row> ofService, Exports exports) {
        var documented = new TreeSet<String>();
        for (var row : rows.stream().filter(ofService).toList()) {
            documented.add(row.name());
            if (!NOT_OF_THIS_STACK.contains(row.name())) {
                assertThat(exports.types()).containsEntry(row.name(), row.type());
                assertThat(exports.ownLabelsOf(row.name()))
                        .as("labels of %s", row.name())
                        .isEqualTo(row.labels());
            }
        }
        assertThat(exports.types().keySet())
                .filteredOn(name -> name.startsWith("teams_") || name.startsWith("kafka_"))
                .filteredOn(name -> !name.endsWith("_max"))
                .as("what is exported is documented")
                .isSubsetOf(documented);
    }

    @Test
    void areWhatDashboardsAndAlertsAskFor() {
        stack.microsoft().faults().on(desk.tenant(), Call.PRESENCE).status(429);
        stack.ask(desk.request(List.of("tech-1")));
        stack.microsoft().faults().clear();

        await().atMost(WholeStack.PATIENCE)
                .untilAsserted(() -> {
                    var exports = enricher().with(scrapeOfMappingService());
                    Monitoring.queries().forEach(query -> answers(query, exports));
                });
    }

    private static void answers(Query query, Exports exports) {
        // what only asks for up names none of our metrics
        var groupable = new TreeSet<>(Set.of("namespace"));
        for (var metric : query.metrics()) {
            if (NOT_OF_THIS_STACK.contains(metric.name())) {
                groupable.add("cloud");
                continue;
            }
            assertThat(exports.has(metric.name())).as("%s in %s", metric.name(), query).isTrue();
            var labels = exports.labelsOf(metric.name());
            groupable.addAll(labels);
            for (var matcher : metric.matchers()) {
                assertThat(labels).as(query.toString()).contains(matcher.label());
                if (CLOSED.contains(matcher.label())) {
                    assertThat(exports.values(metric.name(), matcher.label()))
                            .as(query.toString())
                            .containsAll(matcher.values());
                }
            }
        }
        assertThat(groupable).as(query.toString()).containsAll(query.grouping());
    }

    @Test
    void nameKafkasClientsByGroupAndInstance() {
        await().atMost(WholeStack.PATIENCE)
                .untilAsserted(() -> {
                    assertThat(consumers(enricher()))
                            .isNotEmpty()
                            .allMatch(id -> CONSUMER_OF_STREAMS.matcher(id).matches());
                    assertThat(consumers(mappingService()))
                            .isNotEmpty()
                            .allMatch(id -> CONSUMER_OF_MAPPING.matcher(id).matches());
                });
    }

    private static Set<String> consumers(Exports exports) {
        return exports.values("kafka_consumer_coordinator_rebalance_total", "client_id");
    }

    @Test
    void tellNoDeskTenantOrPersonInALabel() {
        assertThat(scrapeOfEnricher() + scrapeOfMappingService())
                .doesNotContain(
                        desk.id() + "\"",
                        desk.tenant().toString(),
                        desk.person(1).toString(),
                        desk.address(1),
                        "tech-1");
    }

    private Exports enricher() {
        return new Exports().with(scrapeOfEnricher());
    }

    private Exports mappingService() {
        return new Exports().with(scrapeOfMappingService());
    }

    private String scrapeOfEnricher() {
        try (var management = stack.enricherManagement()) {
            return management.get("/actuator/prometheus").body();
        }
    }

    private String scrapeOfMappingService() {
        try (var management = stack.mappingManagement()) {
            return management.get("/actuator/prometheus").body();
        }
    }
}
