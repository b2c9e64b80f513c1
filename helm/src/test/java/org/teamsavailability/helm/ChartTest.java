package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teamsavailability.helm.chart.Chart;
import org.teamsavailability.helm.chart.Options;
import org.teamsavailability.helm.chart.ValuePaths;

/** The chart as a whole. */
class ChartTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void passesTheStrictLint() {
        var lint = Chart.lint();

        assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
        assertThat(lint.getMessages()).noneMatch(it -> it.matches("(?s).*(WARNING|ERROR).*"));
    }

    @Test
    void refusesAKubernetesThatCannotSleepBeforeAStop() {
        assertThatThrownBy(() ->
                        Chart.copied().render(Chart.RELEASE, Chart.NAMESPACE, "1.29.9", List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("requires kubeVersion", "1.30.0", "1.29.9");
    }

    @Test
    void hasTheProjectsVersion() throws IOException {
        var chart = YAML.readTree(Chart.SOURCE.resolve("Chart.yaml").toFile());

        assertThat(chart.path("version").asText()).isEqualTo(projectVersion());
        assertThat(chart.path("appVersion").asText()).isEqualTo(projectVersion());
    }

    @Test
    void rendersEveryValueWithAnotherThanItsDefault() throws IOException {
        var defaults = ValuePaths.of(YAML.readTree(Chart.SOURCE.resolve("values.yaml").toFile()));
        var changed =
                Options.all().stream()
                        .flatMap(ChartTest::valuesIn)
                        .filter(it -> !defaults.contains(it))
                        .map(ValuePaths.Value::path)
                        .distinct()
                        .toList();

        assertThat(defaults)
                .extracting(ValuePaths.Value::path)
                .filteredOn(path -> changed.stream().noneMatch(it -> it.startsWith(path)))
                .as("values that no file of src/test/resources/options changes")
                .isEmpty();
    }

    /** But {@code global}, which belongs to a parent chart. */
    @Test
    void hasADefaultForEachValueThatTheSchemaAllows() throws IOException {
        var schema = YAML.readTree(Chart.SOURCE.resolve("values.schema.json").toFile());
        var defaults = YAML.readTree(Chart.SOURCE.resolve("values.yaml").toFile());

        assertThat(allowed("", schema))
                .filteredOn(it -> !it.equals("/global"))
                .hasSizeGreaterThan(100)
                .allMatch(it -> !defaults.at(it).isMissingNode());
    }

    private static Stream<String> allowed(String path, JsonNode schema) {
        return schema.path("properties").properties().stream()
                .flatMap(it -> {
                    String name = path + "/" + it.getKey();
                    return Stream.concat(Stream.of(name), allowed(name, it.getValue()));
                });
    }

    private static Stream<ValuePaths.Value> valuesIn(Path file) {
        try {
            return ValuePaths.of(YAML.readTree(file.toFile())).stream();
        } catch (IOException e) {
            throw new AssertionError(file + ": " + e.getMessage(), e);
        }
    }

    private static String projectVersion() throws IOException {
        var matcher =
                Pattern.compile("<artifactId>teams-availability</artifactId>\\s*<version>([^<]+)")
                        .matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
