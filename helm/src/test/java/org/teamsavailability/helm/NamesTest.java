package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.helm.chart.Chart;
import org.teamsavailability.helm.chart.Options;
import org.teamsavailability.helm.kubernetes.KubernetesTypes;

/** Names and labels that an operator chooses. */
class NamesTest {

    private static final Path LIKE_NUMBERS =
            Path.of("src/test/resources/options/names-like-numbers.yaml");

    @Test
    void staysTextWhereAReleaseAndItsNamespaceLookLikeNumbers() {
        assertThat(KubernetesTypes.readAll(render("1e3", "42", LIKE_NUMBERS)))
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.getMetadata().getNamespace()).isEqualTo("42");
                    assertThat(it.getMetadata().getLabels())
                            .containsEntry("app.kubernetes.io/instance", "1e3");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"24-hours", "desk.one"})
    void refusesAReleaseAfterWhichNoServiceCanBeNamed(String release) {
        assertThatThrownBy(() -> render(release, Chart.NAMESPACE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "the release " + release,
                        release + "-teams-availability",
                        "fullnameOverride");
    }

    @Test
    void prefersAPodsOwnLabelToTheCommonOne() {
        assertThat(Options.rendering("names-and-images").workload("enricher").labels())
                .containsEntry("example.com/team", "night-shift")
                .containsEntry("cost-center", "42");
        assertThat(Options.rendering("names-and-images").workload("mapping-service").labels())
                .containsEntry("example.com/team", "dispatch");
    }

    private static String render(String release, String namespace, Path... values) {
        return Chart.copied().render(release, namespace, Chart.KUBERNETES, List.of(values));
    }
}
