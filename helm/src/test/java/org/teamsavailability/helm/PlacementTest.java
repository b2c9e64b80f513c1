package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.helm.chart.Options;
import org.teamsavailability.helm.chart.Rendering;
import org.teamsavailability.helm.kubernetes.Workload;

/** What an operator adds to pods reaches all of them, those of Jobs and tests as well. */
class PlacementTest {

    private final Rendering pods = Options.rendering("pods");

    static List<Workload> workloads() {
        return Options.rendering("pods").workloads();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void goesForEveryPod(Workload workload) {
        assertThat(workload.pod().getNodeSelector()).containsEntry("kubernetes.io/arch", "amd64");
        assertThat(workload.pod().getTolerations())
                .extracting(it -> it.getKey())
                .containsExactly("dedicated");
        assertThat(workload.pod().getAffinity().getNodeAffinity()).isNotNull();
        assertThat(workload.pod().getPriorityClassName()).isEqualTo("business");
        assertThat(workload.labels()).containsKey("example.com/tier");
        assertThat(workload.pod().getHostAliases())
                .extracting(it -> it.getIp())
                .containsExactly("10.0.0.7");
        assertThat(workload.pod().getDnsConfig().getOptions())
                .extracting(it -> it.getName())
                .containsExactly("ndots");
    }

    @Test
    void asksTheServicesInTheTimesThatAreGiven() {
        assertThat(List.of("enricher", "mapping-service"))
                .extracting(it -> pods.workload(it).container())
                .allSatisfy(it -> {
                    assertThat(it.getStartupProbe().getFailureThreshold()).isEqualTo(30);
                    assertThat(it.getLivenessProbe().getPeriodSeconds()).isEqualTo(20);
                    assertThat(it.getReadinessProbe().getTimeoutSeconds()).isEqualTo(10);
                });
    }

    @Test
    void marksTheServicesThemselvesAndMountsWhatIsGiven() {
        assertThat(List.of("enricher", "mapping-service"))
                .extracting(pods::workload)
                .allSatisfy(it -> {
                    assertThat(it.object().getMetadata().getAnnotations())
                            .containsEntry("reloader.stakater.com/auto", "true");
                    assertThat(it.container().getVolumeMounts())
                            .extracting(mount -> mount.getMountPath())
                            .contains(
                                    "/etc/rules", "/etc/teams-availability/extra/a.name.with.dots");
                    assertThat(it.pod().getVolumes())
                            .allMatch(volume -> volume.getName().length() <= 63);
                });
    }

    @Test
    void keepsSideCarsOutOfWhatHasToEnd() {
        assertThat(pods.all(Job.class))
                .isNotEmpty()
                .extracting(it -> it.getSpec().getTemplate().getMetadata().getAnnotations())
                .allMatch(it -> isWithoutSideCar(it));
        assertThat(pods.all(Pod.class))
                .hasSize(4)
                .extracting(it -> it.getMetadata().getAnnotations())
                .allMatch(it -> isWithoutSideCar(it));
        assertThat(pods.one(Deployment.class, "operations").getSpec().getTemplate())
                .extracting(it -> it.getMetadata().getAnnotations())
                .matches(it -> isWithoutSideCar(it));
    }

    @Test
    void letsAccountsBeKnownElsewhere() {
        assertThat(pods.all(ServiceAccount.class))
                .filteredOn(it -> !it.getMetadata().getName().endsWith("-test"))
                .hasSize(4)
                .extracting(HasMetadata::getMetadata)
                .allMatch(it -> it.getAnnotations().containsKey("example.com/role"));
    }

    private static boolean isWithoutSideCar(Map<String, String> annotations) {
        return "false".equals(annotations.get("sidecar.istio.io/inject"));
    }
}
