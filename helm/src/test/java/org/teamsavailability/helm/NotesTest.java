package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.helm.chart.Chart;

/** What somebody reads who has installed the chart. */
class NotesTest {

    @Test
    void warnOfWhatIsHardlyMeant() {
        assertThat(notes())
                .contains("No microsoft.<cloud>.clientId is set")
                .contains("database.secret is not set")
                .contains("kafka.tls.enabled is false");
        assertThat(notes(options("smallest")))
                .contains("enricher.replicas is 1")
                .contains("mappingService.replicas is 1")
                .contains("enricher.state.persistent is false")
                .contains("networkPolicy.enabled is false")
                .contains("operations.createTopics is false")
                .doesNotContain("helm test");
        assertThat(notes(options("kafka-scram")))
                .contains("kafka.minInsyncReplicas is 1")
                .doesNotContain("schemaRegistry.secret");
        assertThat(notes(options("one-database-user")))
                .contains("database.migration.secret is not set")
                .doesNotContain("database.secret is not set");
        assertThat(notes(options("registry-in-clear"))).contains("schemaRegistry.url is http:");
        assertThat(notes(options("ingress-without-tls")))
                .contains("ingress.tlsSecret is not set")
                .contains("mappingService.trustedProxies is empty");
        assertThat(notes(options("reset-state")))
                .contains("enricher.replicas is 0")
                .contains("upgrade again without it");
    }

    @Test
    void sayWhereAnOperatorGivesCommands() {
        assertThat(notes(options("console")))
                .contains("exec deploy/ta-teams-availability-operations -- java -jar")
                .doesNotContain("scale deployment/");
        assertThat(notes(options("console-asleep")))
                .contains("scale deployment/ta-teams-availability-operations --replicas=1");
        assertThat(notes(options("usual"))).doesNotContain("-operations -- java");
    }

    @Test
    void sayWhomTheNetworkPolicyLetsIn() {
        assertThat(notes(options("usual")))
                .contains("(networkPolicy.api): the namespaces ingress-nginx\n")
                .contains("(networkPolicy.metrics): the namespaces monitoring");
        assertThat(notes(options("network")))
                .contains("the namespaces gateway, dispatch and its peers");
        assertThat(notes(options("network-closed"), options("ingress")))
                .contains("(networkPolicy.api): nobody")
                .contains("networkPolicy.api admits nobody");
        assertThat(notes(options("pods"))).contains("service.type is LoadBalancer, but");
        assertThat(notes(options("pods"), options("network")))
                .doesNotContain("service.type is LoadBalancer");
        assertThat(notes(options("smallest"))).doesNotContain("lets in");
    }

    @Test
    void sayWhatToDoNextAndNothingElseWhereAllIsWell() {
        assertThat(notes(options("usual")))
                .contains("helm test ta --namespace desk-tools")
                .contains("exec deploy/ta-teams-availability-mapping-service --")
                .contains("-jar mapping-service.jar create-desk --id DESK")
                .contains("statefulset/ta-teams-availability-enricher")
                .contains("https://teams.example.com/public-api")
                .doesNotContain("Mind:")
                .doesNotContain("port-forward");
    }

    private static String notes(Path... values) {
        return Chart.copied().notes(List.of(values));
    }

    private static Path options(String name) {
        return Path.of("src/test/resources/options/" + name + ".yaml");
    }
}
