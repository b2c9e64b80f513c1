package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.helm.chart.Chart;
import org.teamsavailability.helm.chart.Options;
import org.teamsavailability.helm.chart.Rendering;

/** Every option: that Kubernetes' own types can read it at all is the first check. */
@ParameterizedClass
@MethodSource("renderings")
record RenderedObjectsTest(Rendering rendering) {

    private static final String DNS_LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final String LABEL_VALUE = "([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?";

    static List<Rendering> renderings() {
        return Options.renderings();
    }

    @Test
    void givesEachObjectANameOfItsOwnInTheReleasesNamespace() {
        assertThat(rendering.objects())
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.getMetadata().getName()).matches(DNS_LABEL);
                    assertThat(it.getMetadata().getNamespace()).isEqualTo(Chart.NAMESPACE);
                })
                .extracting(it -> it.getKind() + " " + it.getMetadata().getName())
                .doesNotHaveDuplicates();
    }

    @Test
    void labelsEachObjectAndEachPodAsKubernetesRecommends() {
        var labels =
                Stream.concat(
                        rendering.objects().stream()
                                .map(HasMetadata::getMetadata)
                                .map(it -> it.getLabels()),
                        rendering.workloads().stream().map(it -> it.labels()));

        assertThat(labels)
                .allSatisfy(it -> {
                    assertThat(it)
                            .containsEntry("app.kubernetes.io/instance", Chart.RELEASE)
                            .containsEntry("app.kubernetes.io/managed-by", "Helm")
                            .containsKeys(
                                    "app.kubernetes.io/name",
                                    "app.kubernetes.io/component",
                                    "app.kubernetes.io/version",
                                    "helm.sh/chart");
                    assertThat(it.values()).allMatch(value -> value.matches(LABEL_VALUE));
                });
    }

    @Test
    void namesImageAndResourcesOfEachContainer() {
        assertThat(rendering.workloads())
                .isNotEmpty()
                .flatExtracting(it -> it.containers())
                .allSatisfy(it -> {
                    assertThat(it.getName()).matches(DNS_LABEL);
                    assertThat(it.getImage()).matches("[a-z0-9./:_-]+[:@][A-Za-z0-9._:-]+");
                    assertThat(it.getEnv())
                            .extracting(variable -> variable.getName())
                            .doesNotHaveDuplicates();
                });
    }

    @Test
    void givesEachFileOfAVolumeAPathOfItsOwn() {
        assertThat(rendering.workloads())
                .flatExtracting(it -> it.pod().getVolumes())
                .extracting(Volume::getProjected)
                .filteredOn(it -> it != null)
                .allSatisfy(volume ->
                        assertThat(volume.getSources())
                                .flatExtracting(it -> it.getSecret().getItems())
                                .extracting(KeyToPath::getPath)
                                .doesNotHaveDuplicates());
    }

    @Test
    void leavesNoLineWithSpacesAtItsEnd() {
        assertThat(rendering.text().lines().filter(it -> it.matches(".*\\s"))).isEmpty();
    }
}
