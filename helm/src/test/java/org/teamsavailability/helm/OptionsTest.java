package org.teamsavailability.helm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.helm.chart.Options;
import org.teamsavailability.helm.kubernetes.ScaledObject;

/** What single options do. */
class OptionsTest {

    @Test
    void keepsTheEnrichersStateAndItsNameInTheGroupAcrossRestarts() {
        var set = Options.rendering("defaults").one(StatefulSet.class, "enricher");
        var enricher = Options.rendering("defaults").workload("enricher");

        assertThat(set.getSpec().getPodManagementPolicy()).isEqualTo("Parallel");
        assertThat(set.getSpec().getVolumeClaimTemplates())
                .extracting(it -> it.getMetadata().getName())
                .containsExactly("state");
        assertThat(enricher.variable("INSTANCE_ID").getValueFrom().getFieldRef().getFieldPath())
                .isEqualTo("metadata.name");
        assertThat(enricher.pod().getTerminationGracePeriodSeconds()).isGreaterThan(10);
        assertThat(enricher.container().getVolumeMounts())
                .filteredOn(it -> it.getName().equals("state"))
                .extracting(it -> it.getMountPath())
                .containsExactly(enricher.variable("STATE_DIRECTORY").getValue());
    }

    @Test
    void takesTheDefaultClassOfVolumesOrAnotherOrNone() {
        assertThat(List.of("defaults", "pods", "volumes-of-ours"))
                .extracting(it -> Options.rendering(it).one(StatefulSet.class, "enricher"))
                .extracting(it -> it.getSpec().getVolumeClaimTemplates().getFirst())
                .extracting(it -> it.getSpec().getStorageClassName())
                .containsExactly(null, "fast", "");
    }

    @Test
    void judgesLifeByTheProcessAndReadinessByItsWork() {
        assertThat(Options.rendering("defaults").workloads())
                .filteredOn(it -> List.of("enricher", "mapping-service").contains(it.name()))
                .hasSize(2)
                .extracting(it -> it.container())
                .allSatisfy(it -> {
                    assertThat(it.getStartupProbe().getHttpGet().getPath())
                            .isEqualTo("/actuator/health/liveness");
                    assertThat(it.getLivenessProbe().getHttpGet().getPath())
                            .isEqualTo("/actuator/health/liveness");
                    assertThat(it.getReadinessProbe().getHttpGet().getPath())
                            .isEqualTo("/actuator/health/readiness");
                });
    }

    @Test
    void takesNoInstanceOfTheMappingServiceAwayBeforeAnotherIsThere() {
        var deployment = Options.rendering("defaults").one(Deployment.class, "mapping-service");
        var rolling = deployment.getSpec().getStrategy().getRollingUpdate();

        assertThat(deployment.getSpec().getReplicas()).isEqualTo(2);
        assertThat(rolling.getMaxUnavailable().getIntVal()).isZero();
        assertThat(Options.rendering("defaults").all(PodDisruptionBudget.class))
                .hasSize(2)
                .allMatch(it -> it.getSpec().getMaxUnavailable().getIntVal() == 1);
    }

    @Test
    void leavesTheNumberOfReplicasToTheAutoscaler() {
        assertThat(List.of("hpa", "keda"))
                .extracting(it -> Options.rendering(it).one(StatefulSet.class, "enricher"))
                .allMatch(it -> it.getSpec().getReplicas() == null);
        assertThat(scalers("defaults")).isEmpty();
        assertThat(scalers("hpa")).containsExactly("HorizontalPodAutoscaler");
        assertThat(scalers("keda")).containsExactly("ScaledObject");
    }

    @Test
    void scalesByTheLagOfTheGroupThatTheEnricherIsIn() {
        var scaled = Options.rendering("keda").one(ScaledObject.class, "enricher").spec();

        assertThat(scaled.triggers())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.metadata())
                                .containsEntry("consumerGroup", "one.availability-enricher")
                                .containsEntry("topic", "one.dispatch-requested")
                                .containsEntry("version", "4.0.0")
                                .containsEntry("bootstrapServers", "kafka:9092"));
    }

    @Test
    void givesThePublicThePathsOfTheServiceOnly() {
        var ingress = Options.rendering("usual").one(Ingress.class, "mapping-service");

        assertThat(ingress.getSpec().getRules())
                .flatExtracting(it -> it.getHttp().getPaths())
                .extracting(it -> it.getPath())
                .containsExactly("/public-api", "/teams-availability", "/mcp");
        assertThat(Options.renderings())
                .allSatisfy(rendering ->
                        assertThat(rendering.all(Service.class))
                                .filteredOn(it -> !"None".equals(it.getSpec().getClusterIP()))
                                .flatExtracting(it -> it.getSpec().getPorts())
                                .allMatch(it -> it.getName().equals("http")));
    }

    @Test
    void tellsTheServiceWhereItsIngressIs() {
        assertThat(publicUrl("usual")).isEqualTo("https://teams.example.com");
        assertThat(publicUrl("pods")).isEqualTo("https://teams.example.com");
        assertThat(publicUrl("ingress-without-tls")).isEqualTo("https://teams.example.com");
    }

    @Test
    void namesTheCertificateOfTheDatabaseThatItMounts() {
        assertThat(
                        Options.rendering("usual")
                                .workload("mapping-service")
                                .variable("DATABASE_URL")
                                .getValue())
                .isEqualTo(
                        "jdbc:postgresql://postgresql.example.com/teams?sslmode=verify-full"
                                + "&sslrootcert=/etc/teams-availability/database/ca.crt");
    }

    @Test
    void createsTopicsBeforeAndResetsStateAfterAnUpgrade() {
        assertThat(hook("defaults", "create-topics")).isEqualTo("pre-install,pre-upgrade");
        assertThat(Options.rendering("defaults").workload("create-topics").container().getArgs())
                .containsExactly("topics", "create");
        assertThat(hook("reset-state", "reset-state")).isEqualTo("post-upgrade");
        assertThat(Options.rendering("reset-state").workload("reset-state").container().getArgs())
                .containsExactly("reset-state", "--yes", "--lose-requests");
    }

    @Test
    void pullsImagesByDigestWhereOneIsGiven() {
        assertThat(image("names-and-images", "enricher"))
                .startsWith("registry.example.com:5000/mirror/desk/enricher@sha256:00");
    }

    @Test
    void pullsImagesFromWhereTheyWerePushed() {
        assertThat(image("defaults", "enricher"))
                .matches("registry\\.example\\.com/teams-availability/availability-enricher:\\d.*");
        assertThat(image("images-of-their-own", "enricher"))
                .isEqualTo("registry.example.com:5000/my--desk/a__b:1");
        assertThat(image("images-of-their-own", "create-topics"))
                .isEqualTo("registry.example.com:5000/my--desk/a__b:1");
        assertThat(image("images-of-their-own", "mapping-service"))
                .isEqualTo("registry.example.net/desk/mapping:2");
        assertThat(image("images-of-the-node", "enricher"))
                .matches("teams-availability/availability-enricher:\\d.*");
    }

    private static String image(String options, String workload) {
        return Options.rendering(options).workload(workload).container().getImage();
    }

    private static List<String> scalers(String options) {
        return Options.rendering(options).objects().stream()
                .filter(it -> it instanceof HorizontalPodAutoscaler || it instanceof ScaledObject)
                .map(HasMetadata::getKind)
                .toList();
    }

    private static String publicUrl(String options) {
        return Options.rendering(options)
                .workload("mapping-service")
                .variable("TEAMS_AVAILABILITY_PUBLIC_URL")
                .getValue();
    }

    private static String hook(String options, String job) {
        var metadata = Options.rendering(options).one(Job.class, job).getMetadata();
        return requireNonNull(metadata.getAnnotations().get("helm.sh/hook"));
    }
}
