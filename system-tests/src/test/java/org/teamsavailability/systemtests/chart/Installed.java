package org.teamsavailability.systemtests.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.teamsavailability.helm.chart.Chart;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The chart, rendered by Helm with an operator's values, and the Secrets that these name.
 *
 * @param objects what Helm would send to Kubernetes
 * @param secrets what is there already
 * @param folder where the pods' files are
 */
public record Installed(List<JsonNode> objects, Secrets secrets, Path folder) {

    private static final YAMLMapper YAML = new YAMLMapper();

    public Installed {
        objects = List.copyOf(objects);
    }

    /**
     * Renders the chart.
     *
     * @param values as in a file for {@code helm install --values}
     * @throws IllegalStateException with Helm's explanation, where it refuses the values
     */
    public static Installed with(String values, Secrets secrets, Path folder) {
        try {
            Files.createDirectories(folder);
            var file = Files.writeString(folder.resolve("values.yaml"), values);
            var rendered = Chart.copied().render(List.of(file));
            try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered)) {
                return new Installed(documents.readAll(), secrets, folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The values cannot be written", e);
        }
    }

    /** The first container of a pod, by its name: {@code enricher}, {@code create-topics}. */
    public Container container(String name) {
        return objects.stream()
                .flatMap(Installed::pods)
                .filter(pod -> pod.at("/containers/0/name").asString("").equals(name))
                .findFirst()
                .map(pod -> Container.of(pod, secrets, folder.resolve(name)))
                .orElseThrow(() -> new IllegalStateException("The chart runs no " + name));
    }

    private static Stream<JsonNode> pods(JsonNode object) {
        return Stream.of(object.at("/spec/template/spec"), object.at("/spec"))
                .filter(it -> it.has("containers"));
    }

    @Override
    public String toString() {
        return "Installed[" + folder.getFileName() + "]";
    }
}
