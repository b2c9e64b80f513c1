package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.helm.chart.Options;
import org.teamsavailability.helm.chart.Rendering;
import org.teamsavailability.helm.kubernetes.ScaledObject;
import org.teamsavailability.helm.kubernetes.Workload;

/** What one object says of another is so. */
@ParameterizedClass
@MethodSource("renderings")
record ReferencesTest(Rendering rendering) {

    static List<Rendering> renderings() {
        return Options.renderings();
    }

    @Test
    void eachSelectorChoosesOneWorkloadAndEachWorkloadItself() {
        assertThat(rendering.workloads()).allMatch(it -> it.isChosenBy(it.selector()));
        assertThat(selectors())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(chosenBy(it)).as("%s", it).hasSize(1));
        assertThat(rendering.all(NetworkPolicy.class))
                .extracting(it -> it.getSpec().getPodSelector().getMatchLabels())
                .allSatisfy(it -> assertThat(chosenBy(it)).as("%s", it).isNotEmpty());
    }

    @Test
    void eachPortThatIsNamedIsOneOfTheContainer() {
        assertThat(rendering.all(Service.class))
                .allSatisfy(service ->
                        assertThat(portsOf(service.getSpec().getSelector()))
                                .containsAll(
                                        service.getSpec().getPorts().stream()
                                                .map(it -> it.getTargetPort().getStrVal())
                                                .toList()));
        assertThat(rendering.workloads())
                .flatExtracting(Workload::containers)
                .allSatisfy(container -> {
                    var names = container.getPorts().stream().map(ContainerPort::getName).toList();
                    assertThat(
                                    Stream.of(
                                                    container.getStartupProbe(),
                                                    container.getLivenessProbe(),
                                                    container.getReadinessProbe())
                                            .filter(it -> it != null)
                                            .map(it -> it.getHttpGet().getPort().getStrVal()))
                            .allMatch(names::contains);
                });
        assertThat(rendering.all(NetworkPolicy.class))
                .allSatisfy(policy ->
                        assertThat(portsOf(policy.getSpec().getPodSelector().getMatchLabels()))
                                .containsAll(
                                        policy.getSpec().getIngress().stream()
                                                .flatMap(it -> it.getPorts().stream())
                                                .map(it -> it.getPort().getStrVal())
                                                .toList()));
    }

    @Test
    void eachMountHasItsVolumeAndEachVolumeIsMounted() {
        assertThat(rendering.workloads())
                .allSatisfy(workload -> {
                    var volumes =
                            Stream.concat(
                                    workload.pod().getVolumes().stream().map(Volume::getName),
                                    workload.claims().stream());
                    assertThat(volumes)
                            .containsExactlyInAnyOrderElementsOf(
                                    workload.containers().stream()
                                            .flatMap(it -> it.getVolumeMounts().stream())
                                            .map(VolumeMount::getName)
                                            .toList());
                });
    }

    @Test
    void eachPodHasAnAccountOfItsOwn() {
        var accounts = names(ServiceAccount.class).toList();

        assertThat(rendering.workloads())
                .extracting(it -> it.pod().getServiceAccountName())
                .allMatch(accounts::contains);
    }

    @Test
    void whatIsScaledIsThere() {
        var sets = names(StatefulSet.class).toList();

        assertThat(rendering.all(StatefulSet.class))
                .extracting(it -> it.getSpec().getServiceName())
                .isSubsetOf(names(Service.class).toList());
        assertThat(rendering.all(HorizontalPodAutoscaler.class))
                .extracting(it -> it.getSpec().getScaleTargetRef().getName())
                .isSubsetOf(sets);
        assertThat(rendering.all(ScaledObject.class))
                .extracting(it -> it.spec().scaleTargetRef().name())
                .isSubsetOf(sets);
    }

    @Test
    void theIngressLeadsToPortsOfServices() {
        assertThat(rendering.all(Ingress.class))
                .flatExtracting(it -> it.getSpec().getRules())
                .flatExtracting(it -> it.getHttp().getPaths())
                .allSatisfy(path -> {
                    var to = path.getBackend().getService();
                    assertThat(ports(to.getName())).contains(to.getPort().getName());
                    assertThat(to.getPort().getName()).isEqualTo("http");
                });
    }

    @Test
    void prometheusFindsTheManagementPortOfBothServices() {
        assertThat(rendering.all(ServiceMonitor.class))
                .allSatisfy(monitor -> {
                    var labels = monitor.getSpec().getSelector().getMatchLabels();
                    var port = monitor.getSpec().getEndpoints().getFirst().getPort();
                    assertThat(rendering.all(Service.class))
                            .filteredOn(it ->
                                    it.getMetadata()
                                            .getLabels()
                                            .entrySet()
                                            .containsAll(labels.entrySet()))
                            .filteredOn(it -> ports(it.getMetadata().getName()).contains(port))
                            .hasSize(2);
                });
    }

    private Stream<Map<String, String>> selectors() {
        return Stream.of(
                        rendering.all(Service.class).map(it -> it.getSpec().getSelector()),
                        rendering
                                .all(PodDisruptionBudget.class)
                                .map(it -> it.getSpec().getSelector().getMatchLabels()),
                        rendering.workloads().stream()
                                .flatMap(it -> it.pod().getTopologySpreadConstraints().stream())
                                .map(it -> it.getLabelSelector())
                                .map(LabelSelector::getMatchLabels))
                .flatMap(it -> it);
    }

    private List<Workload> chosenBy(Map<String, String> selector) {
        return rendering.workloads().stream().filter(it -> it.isChosenBy(selector)).toList();
    }

    private List<String> portsOf(Map<String, String> selector) {
        return chosenBy(selector).stream()
                .flatMap(it -> it.containers().stream())
                .flatMap(it -> it.getPorts().stream())
                .map(ContainerPort::getName)
                .toList();
    }

    private List<String> ports(String service) {
        return rendering
                .all(Service.class)
                .filter(it -> it.getMetadata().getName().equals(service))
                .flatMap(it -> it.getSpec().getPorts().stream())
                .map(ServicePort::getName)
                .toList();
    }

    private Stream<String> names(Class<? extends HasMetadata> type) {
        return rendering.all(type).map(it -> it.getMetadata().getName());
    }
}
