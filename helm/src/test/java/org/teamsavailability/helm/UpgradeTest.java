package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.helm.chart.Chart;
import org.teamsavailability.helm.kubernetes.ApiServer;

/** What a release that is there already does not let a new one change. */
@Tag("slow")
class UpgradeTest {

    private static final String NAME = "ta-teams-availability-enricher";

    private ApiServer kubernetes;

    @BeforeEach
    void start() throws IOException {
        kubernetes = new ApiServer(Chart.KUBERNETES);
    }

    @AfterEach
    void stop() {
        kubernetes.close();
    }

    @ParameterizedTest
    @CsvSource({
        "enricher.state.persistent, false, false and was true",
        "enricher.state.storageClass, fast, '\"fast\" and was \"\"'",
        "enricher.state.storageClass, -, '\"-\" and was \"\"'",
        "enricher.state.size, 6Gi, 6Gi and was 5Gi",
        "enricher.state.size, 5G, 5G and was 5Gi"
    })
    void refusesOtherVolumesBeforeAnythingIsChanged(String path, String value, String says) {
        holdStatefulSet("5Gi");

        assertThatThrownBy(() -> install(Map.of(path, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        path + " is " + says,
                        "kubectl --namespace desk-tools delete statefulset,pvc --selector"
                            + " app.kubernetes.io/instance=ta,app.kubernetes.io/component=enricher)");
    }

    @Test
    void refusesAnotherNameInWhatSelectsPods() {
        holdStatefulSet("5Gi");

        assertThatThrownBy(() ->
                        install(
                                Map.of(
                                        "nameOverride", "presence",
                                        "fullnameOverride", "ta-teams-availability")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("nameOverride", "\"presence\"", "\"teams-availability\"");
    }

    @ParameterizedTest
    @CsvSource({
        "5Gi, 5120Mi",
        "5Gi, 5368709120",
        "1500m, 1.5",
        "5e9, 5000000000",
        "1Pi, 1024Ti",
        "1P, 1000T",
        "2Ei, 2048Pi",
        "1E, 1000P"
    })
    void takesTheSameSizeInOtherWords(String installed, String size) {
        holdStatefulSet(installed);

        assertThatNoException().isThrownBy(() -> install(Map.of("enricher.state.size", size)));
    }

    @Test
    void takesAnyVolumesWhereNothingIsInstalled() {
        assertThatNoException()
                .isThrownBy(() -> install(Map.of("enricher.state.persistent", "false")));
    }

    private void install(Map<String, String> values) {
        Chart.tryOn(kubernetes.kubeconfig(), values);
    }

    private void holdStatefulSet(String size) {
        kubernetes.hold(
                "apps/v1",
                "statefulsets",
                Chart.NAMESPACE,
                NAME,
                """
                {"apiVersion": "apps/v1", "kind": "StatefulSet",
                 "metadata": {"name": "%s", "namespace": "desk-tools",
                  "labels": {"app.kubernetes.io/managed-by": "Helm"},
                  "annotations": {"meta.helm.sh/release-name": "ta", "meta.helm.sh/release-namespace": "desk-tools"}},
                 "spec": {"selector": {"matchLabels": {"app.kubernetes.io/name": "teams-availability"}},
                  "volumeClaimTemplates": [{"spec": {"resources": {"requests": {"storage": "%s"}}}}]}}
                """
                        .formatted(NAME, size));
    }
}
