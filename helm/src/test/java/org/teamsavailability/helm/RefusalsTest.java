package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.helm.chart.Chart;

/** What the schema and the checks refuse: {@code refusals.yaml}. */
@Tag("slow")
class RefusalsTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir private Path folder;

    /** Values, and what their refusal has to name. */
    record Refusal(List<String> says, JsonNode values) {

        @Override
        public String toString() {
            return values.toString();
        }
    }

    @ParameterizedTest
    @MethodSource
    void refusesNonsenseByItsName(Refusal refusal) throws IOException {
        var values = folder.resolve("values.yaml");
        Files.writeString(values, YAML.writeValueAsString(refusal.values()));

        assertThatThrownBy(() -> Chart.copied().render(List.of(values)))
                .isInstanceOf(IllegalStateException.class)
                .message()
                .contains(refusal.says());
    }

    static Stream<Refusal> refusesNonsenseByItsName() throws IOException {
        return YAML
                .readValue(
                        Path.of("src/test/resources/refusals.yaml").toFile(),
                        new TypeReference<List<Refusal>>() {})
                .stream();
    }

    @Test
    void leavesNoObjectOfTheSchemaOpenToOtherNames() throws IOException {
        var schema = YAML.readTree(Chart.SOURCE.resolve("values.schema.json").toFile());

        var open =
                schema.findParents("properties").stream()
                        .filter(it -> it.path("type").asText().equals("object"))
                        .filter(it -> it.path("additionalProperties").asBoolean(true))
                        .toList();

        assertThat(open).isEmpty();
    }
}
