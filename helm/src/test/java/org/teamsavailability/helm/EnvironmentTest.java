package org.teamsavailability.helm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.helm.chart.KnownVariables;
import org.teamsavailability.helm.chart.Options;
import org.teamsavailability.helm.kubernetes.Workload;

/** What the chart sets, the services read. */
class EnvironmentTest {

    private static final KnownVariables ENRICHER =
            KnownVariables.of(Path.of("../availability-enricher"));
    private static final Map<String, KnownVariables> KNOWN =
            Map.of(
                    "enricher", ENRICHER,
                    "create-topics", ENRICHER,
                    "reset-state", ENRICHER,
                    "topics-are-there", ENRICHER,
                    "console", ENRICHER,
                    "mapping-service", KnownVariables.of(Path.of("../mapping-service")));

    /** Read by the JVM itself. */
    private static final String BESIDE = "JDK_JAVA_OPTIONS";

    static Stream<Workload> workloads() {
        return Options.renderings().stream()
                .flatMap(it -> it.workloads().stream())
                .filter(it -> KNOWN.containsKey(it.name()));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void setsOnlyVariablesThatTheServiceReads(Workload workload) {
        var known = requireNonNull(KNOWN.get(workload.name()));

        assertThat(workload.variables())
                .extracting(EnvVar::getName)
                .filteredOn(it -> !it.equals(BESIDE))
                .isNotEmpty()
                .allMatch(known::contains);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void namesFilesThatAreMounted(Workload workload) {
        assertThat(workload.variables())
                .filteredOn(it -> it.getValue() != null)
                .extracting(EnvVar::getValue)
                .filteredOn(it -> it.startsWith("/etc/"))
                .allMatch(it -> isMounted(workload, it));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void holdsNoSecretInAPlainValue(Workload workload) {
        assertThat(workload.variables())
                .filteredOn(
                        it -> it.getName().matches(".*(SECRET|PASSWORD|JAAS_CONFIG|KEYSTORE_KEY)"))
                .allMatch(it -> it.getValueFrom().getSecretKeyRef() != null);
    }

    private static boolean isMounted(Workload workload, String file) {
        return workload.container().getVolumeMounts().stream()
                .filter(it -> file.startsWith(it.getMountPath() + "/"))
                .anyMatch(it -> files(workload, it).anyMatch(file::equals));
    }

    private static Stream<String> files(Workload workload, VolumeMount mount) {
        return workload.pod().getVolumes().stream()
                .filter(it -> it.getName().equals(mount.getName()))
                .flatMap(EnvironmentTest::items)
                .map(it -> mount.getMountPath() + "/" + it.getPath());
    }

    private static Stream<KeyToPath> items(Volume volume) {
        return volume.getProjected() == null
                ? volume.getSecret().getItems().stream()
                : volume.getProjected().getSources().stream()
                        .flatMap(it -> it.getSecret().getItems().stream());
    }
}
