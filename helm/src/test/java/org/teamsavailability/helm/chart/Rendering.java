package org.teamsavailability.helm.chart;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.teamsavailability.helm.kubernetes.KubernetesTypes;
import org.teamsavailability.helm.kubernetes.Workload;

/**
 * What Helm made of some values.
 *
 * @param name of the values
 * @param text as Helm writes it
 * @param objects the same, typed
 */
public record Rendering(String name, String text, List<HasMetadata> objects) {

    public Rendering {
        objects = List.copyOf(objects);
    }

    public static Rendering of(String name, List<Path> values) {
        String text = Chart.copied().render(values);
        return new Rendering(name, text, KubernetesTypes.readAll(text));
    }

    public <T extends HasMetadata> Stream<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    /** The object of this name, given without the release's name in front. */
    public <T extends HasMetadata> T one(Class<T> type, String name) {
        String full = Chart.RELEASE + "-teams-availability-" + name;
        return all(type)
                .filter(it -> it.getMetadata().getName().equals(full))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                "%s has no %s %s".formatted(this, type.getSimpleName(), full)));
    }

    /** Everything that runs pods. */
    public List<Workload> workloads() {
        return objects.stream().flatMap(Workload::of).toList();
    }

    public Workload workload(String name) {
        return workloads().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s runs no %s".formatted(this, name)));
    }

    @Override
    public String toString() {
        return name;
    }
}
