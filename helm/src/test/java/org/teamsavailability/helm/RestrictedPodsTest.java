package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.helm.chart.Options;
import org.teamsavailability.helm.chart.Rendering;
import org.teamsavailability.helm.kubernetes.Workload;

/**
 * The restricted Pod Security Standard of Kubernetes, with its baseline, and what goes beyond it:
 * nothing can be written but where a volume is, and no token of Kubernetes is there to be stolen.
 */
class RestrictedPodsTest {

    private static final int FOR_THE_GROUP = 0440;
    private static final @Nullable Long LEFT_TO_OPENSHIFT = null;

    static Stream<Rendering> renderings() {
        return Options.renderings().stream();
    }

    static Stream<Workload> workloads() {
        return Options.renderings().stream().flatMap(it -> it.workloads().stream());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void keepsThePodFromTheNode(Workload workload) {
        PodSpec pod = workload.pod();

        assertThat(pod.getHostNetwork()).isNull();
        assertThat(pod.getHostPID()).isNull();
        assertThat(pod.getHostIPC()).isNull();
        assertThat(pod.getSecurityContext().getSysctls()).isEmpty();
        assertThat(workload.containers())
                .flatExtracting(Container::getPorts)
                .allMatch(it -> it.getHostPort() == null);
        assertThat(pod.getVolumes()).allMatch(RestrictedPodsTest::isOfAnAllowedKind);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void runsAsNobodyWithoutPrivileges(Workload workload) {
        var pod = workload.pod().getSecurityContext();

        assertThat(pod.getRunAsNonRoot()).isTrue();
        assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(workload.containers())
                .isNotEmpty()
                .allSatisfy(container -> {
                    var own = container.getSecurityContext();
                    assertThat(own.getAllowPrivilegeEscalation()).isFalse();
                    assertThat(own.getPrivileged()).isNull();
                    assertThat(own.getRunAsNonRoot()).isNull();
                    assertThat(own.getRunAsUser()).isNull();
                    assertThat(own.getSeccompProfile()).isNull();
                    assertThat(own.getProcMount()).isNull();
                    assertThat(own.getCapabilities().getDrop()).containsExactly("ALL");
                    assertThat(own.getCapabilities().getAdd()).isEmpty();
                });
    }

    /** OpenShift's restricted-v2 refuses a pod that asks for ids outside those of the namespace. */
    @ParameterizedTest
    @MethodSource("renderings")
    void leavesTheIdsToOpenShiftWhereTheyAreTakenOutAndOnlyThere(Rendering rendering) {
        var id = rendering.name().equals("openshift") ? LEFT_TO_OPENSHIFT : Long.valueOf(10001);

        assertThat(rendering.workloads())
                .isNotEmpty()
                .extracting(it -> it.pod().getSecurityContext())
                .allSatisfy(it -> {
                    assertThat(it.getRunAsUser()).isEqualTo(id);
                    assertThat(it.getRunAsGroup()).isEqualTo(id);
                    assertThat(it.getFsGroup()).isEqualTo(id);
                });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void writesNowhereButInItsVolumes(Workload workload) {
        assertThat(workload.containers())
                .allSatisfy(container -> {
                    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
                    assertThat(container.getVolumeMounts())
                            .filteredOn(it -> it.getReadOnly() == null)
                            .extracting(it -> it.getMountPath())
                            .contains("/tmp")
                            .isSubsetOf("/tmp", "/var/lib/teams-availability");
                });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void isGivenNoTokenAndNoAddressesOfTheCluster(Workload workload) {
        assertThat(workload.pod().getAutomountServiceAccountToken()).isFalse();
        assertThat(workload.pod().getEnableServiceLinks()).isFalse();
    }

    /** No host paths; of secrets nothing for others to read. */
    private static boolean isOfAnAllowedKind(Volume volume) {
        if (volume.getSecret() != null) {
            return volume.getSecret().getDefaultMode() == FOR_THE_GROUP;
        }
        if (volume.getProjected() != null) {
            return volume.getProjected().getDefaultMode() == FOR_THE_GROUP;
        }
        return volume.getEmptyDir() != null || volume.getConfigMap() != null;
    }
}
