package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import org.junit.jupiter.api.Test;
import org.teamsavailability.helm.chart.Options;
import org.teamsavailability.helm.chart.Rendering;
import org.teamsavailability.helm.kubernetes.Workload;

/** The pod in which an operator gives commands. */
class ConsoleTest {

    private final Rendering rendering = Options.rendering("console");
    private final Workload console = rendering.workload("console");

    @Test
    void waitsAsTheOperatorsPrincipal() {
        var login = console.variable("KAFKA_SECURITY_SASL_JAAS_CONFIG");

        assertThat(login.getValueFrom().getSecretKeyRef().getName()).isEqualTo("teams-operator");
        assertThat(console.container().getCommand()).containsExactly("sleep", "infinity");
        assertThat(console.container().getImage())
                .isEqualTo(rendering.workload("enricher").container().getImage());
    }

    /** kubectl exec takes any pod that the Deployment's selector chooses. */
    @Test
    void isNeverTakenForTheJobsThatRunBesideIt() {
        var selector =
                rendering
                        .one(Deployment.class, "operations")
                        .getSpec()
                        .getSelector()
                        .getMatchLabels();

        assertThat(rendering.workloads())
                .filteredOn(it -> it.isChosenBy(selector))
                .extracting(Workload::name)
                .containsExactly("console");
    }

    @Test
    void mayGoWhereTheJobsMay() {
        var own = rendering.one(NetworkPolicy.class, "console").getSpec();

        assertThat(own.getEgress())
                .isNotEmpty()
                .isEqualTo(rendering.one(NetworkPolicy.class, "operations").getSpec().getEgress());
        assertThat(own.getIngress()).isEmpty();
        assertThat(console.isChosenBy(own.getPodSelector().getMatchLabels())).isTrue();
        assertThat(own.getPolicyTypes()).containsExactly("Ingress", "Egress");
    }

    @Test
    void isLeftOutUnlessItIsAskedFor() {
        assertThat(Options.rendering("defaults").workloads())
                .extracting(Workload::name)
                .doesNotContain("console");
        assertThat(Options.rendering("console-asleep").one(Deployment.class, "operations"))
                .extracting(it -> it.getSpec().getReplicas())
                .isEqualTo(0);
    }
}
