package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.helm.chart.Chart;
import org.teamsavailability.helm.chart.Options;
import org.teamsavailability.helm.kubernetes.KubernetesTypes;

/** What objects are called, whatever the release is. */
class NamesTest {

    /** Of a Service, which is stricter than other objects. */
    private static final String SERVICE = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?";

    private static final String LONG = "the-dispatch-of-the-northern-region-";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ta",
                "teams-availability",
                "desk.tools",
                "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y",
                LONG + "production"
            })
    void areNamesThatKubernetesTakes(String release) {
        assertThat(objects(release, "desk-tools", "monitoring"))
                .extracting(it -> it.getMetadata().getName())
                .allMatch(it -> it.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"));
        assertThat(objects(release, "desk-tools", "monitoring"))
                .filteredOn(Service.class::isInstance)
                .extracting(it -> it.getMetadata().getName())
                .hasSize(3)
                .allMatch(it -> it.matches(SERVICE));
    }

    @Test
    void areOthersForEachReleaseOfANamespace() {
        assertThat(names(LONG + "production")).doesNotContainAnyElementsOf(names(LONG + "staging"));
        assertThat(names("desk.tools")).doesNotContainAnyElementsOf(names("desk-tools"));
    }

    @Test
    void areAskedForWhereTheReleasesOwnCannotBeTaken() {
        assertThatThrownBy(() ->
                        Chart.copied().render("2024", Chart.NAMESPACE, Chart.KUBERNETES, List.of()))
                .hasMessageContaining("the release is called 2024")
                .hasMessageContaining("set fullnameOverride");
    }

    /** The types refuse a number or a boolean where a string belongs. */
    @Test
    void stayTextWhereTheyLookLikeNumbers() {
        assertThat(objects("123", "456", "looks-like-numbers"))
                .isNotEmpty()
                .allSatisfy(it ->
                        assertThat(it.getMetadata().getLabels())
                                .containsEntry("app.kubernetes.io/name", "true")
                                .containsEntry("app.kubernetes.io/instance", "123"))
                .extracting(it -> it.getMetadata().getNamespace())
                .containsOnly("456");
    }

    @Test
    void ofLabelsAreWrittenOnceAndTheNearerOneWins() {
        var rendering = Options.rendering("labels");

        assertThat(rendering.workload("enricher").labels())
                .containsEntry("example.com/team", "dispatch")
                .containsEntry("example.com/tier", "enricher");
        assertThat(rendering.workload("mapping-service").labels())
                .containsEntry("example.com/tier", "mapping");
        assertThat(rendering.objects())
                .extracting(it -> it.getMetadata().getLabels().get("example.com/tier"))
                .contains("all", "metrics", "alerts", "dashboards");
    }

    private static Set<String> names(String release) {
        return objects(release, "desk-tools", "usual").stream()
                .map(it -> it.getMetadata().getName())
                .collect(Collectors.toSet());
    }

    private static List<HasMetadata> objects(String release, String namespace, String options) {
        var file = Path.of("src/test/resources/options/" + options + ".yaml");
        return KubernetesTypes.readAll(
                Chart.copied().render(release, namespace, Chart.KUBERNETES, List.of(file)));
    }
}
