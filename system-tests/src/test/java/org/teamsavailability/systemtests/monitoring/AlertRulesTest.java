package org.teamsavailability.systemtests.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What an alert must say; that it fires is tested by promtool, where there is one. */
class AlertRulesTest {

    private static final String RUNBOOKS = "docs/operations/alerts.md#";

    @Test
    void nameEachAlertOnce() {
        assertThat(alerts())
                .extracting(AlertRulesTest::name)
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void sayHowBadItIsAndWhatItMeans(JsonNode alert) {
        assertThat(alert.path("labels").path("severity").asString()).isIn("warning", "critical");
        assertThat(alert.path("annotations").path("summary").asString()).isNotBlank();
        assertThat(alert.path("annotations").path("description").asString()).endsWith(".");
        assertThat(alert.path("for").asString()).matches("\\d+[mh]");
    }

    /** One Prometheus may watch several installations, and one must not hide another. */
    @ParameterizedTest
    @MethodSource("alerts")
    void judgeEachNamespaceByItself(JsonNode alert) {
        assertThat(alert.path("expr").asString())
                .doesNotContainPattern("\\b(sum|min|max|avg|count|group)\\b(?! by \\(namespace)");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void nameARunbookThatIsThere(JsonNode alert) {
        var url = alert.path("annotations").path("runbook_url").asString();

        assertThat(url).isEqualTo(RUNBOOKS + "alert-" + kebab(name(alert)));
        assertThat(anchors()).contains(url.substring(RUNBOOKS.length()));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void haveATestThatFiresAndOneThatDoesNot(JsonNode alert) {
        var file = Monitoring.ALERT_TESTS.resolve(kebab(name(alert)) + ".yml");

        assertThat(Files.exists(file)).as(file.toString()).isTrue();
        assertThat(Monitoring.text(file))
                .contains("alertname=\"" + name(alert) + "\"")
                .contains("name: fires")
                .contains("name: keeps quiet");
    }

    @Test
    void areTheOnlyOnesThatHaveRunbooks() {
        var named = alerts().stream().map(alert -> "alert-" + kebab(name(alert))).toList();

        assertThat(anchors()).filteredOn(it -> it.startsWith("alert-")).hasSameElementsAs(named);
        assertThat(links()).isSubsetOf(named);
    }

    private static List<JsonNode> alerts() {
        return Monitoring.alerts();
    }

    private static String name(JsonNode alert) {
        return alert.path("alert").asString();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** What headings can be linked by. */
    private static List<String> anchors() {
        return operations()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .toList();
    }

    private static List<String> links() {
        return Pattern.compile("\\(#(alert-[a-z-]+)\\)")
                .matcher(String.join(" ", operations().toList()))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Stream<String> operations() {
        return Monitoring.text(Monitoring.DOCS.resolve("operations/alerts.md")).lines();
    }
}
