package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.helm.chart.Options;

/** Who may call whom. */
class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "defaults, enricher, 53 9092 8080 443",
        "defaults, mapping-service, 53 9092 8080 443 5432",
        "defaults, operations, 53 9092 8080 443",
        "kafka-mtls, enricher, 53 9093 9094 8080 443",
        "kafka-key-stores, enricher, 53 9093 65535 8080 443",
        "kafka-plain, enricher, 53 9092 443",
        "kafka-oauthbearer, operations, 53 443 8080 8443",
        "database, mapping-service, 53 9092 8080 443 5433 5434",
        "usual, mapping-service, 53 9093 8080 443 5432",
        "network, enricher, 53 5353 9092 9094 8080 443 3128 4318",
        "network, mapping-service, 53 5353 9092 9094 8080 443 3128 6432 4318",
        "network, operations, 53 5353 9092 9094 8080 443 3128 4318",
        "microsoft-clouds, enricher, 53 9092 8080 443 8443 80"
    })
    void letsOutToThePortsOfTheAddresses(String options, String pods, String ports) {
        var policy = Options.rendering(options).one(NetworkPolicy.class, pods);

        assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(
                        policy.getSpec().getEgress().stream()
                                .flatMap(it -> it.getPorts().stream())
                                .map(it -> it.getPort().getIntVal().toString())
                                .distinct())
                .containsExactly(ports.split(" "));
    }

    @Test
    void letsInNamespacesThatAreNamedAndTheReleasesTests() {
        assertThat(callers("defaults", "enricher")).containsExactly("management: monitoring");
        assertThat(callers("defaults", "mapping-service"))
                .containsExactly("management: monitoring", "http: ingress-nginx");
        assertThat(callers("network", "mapping-service"))
                .containsExactly("management: ", "http: gateway, dispatch, 10.0.0.0/8");
        assertThat(
                        Options.rendering("defaults")
                                .one(NetworkPolicy.class, "operations")
                                .getSpec()
                                .getIngress())
                .isEmpty();
    }

    /** A rule without peers would let everybody in. */
    @Test
    void letsNobodyInWhereNobodyIsNamed() {
        assertThat(callers("network-closed", "enricher")).isEmpty();
        assertThat(callers("network-closed", "mapping-service")).isEmpty();
        assertThat(Options.renderings())
                .flatExtracting(it -> it.all(NetworkPolicy.class).toList())
                .flatExtracting(it -> it.getSpec().getIngress())
                .allMatch(it -> !it.getFrom().isEmpty());
    }

    @Test
    void letsOutToNamedPeersOnlyWhereSomeAreNamed() {
        assertThat(Options.rendering("network").one(NetworkPolicy.class, "mapping-service"))
                .extracting(it -> it.getSpec().getEgress())
                .satisfies(rules ->
                        assertThat(rules)
                                .hasSize(6)
                                .extracting(NetworkPolicyEgressRule::getTo)
                                .allMatch(it -> it.size() == 1));
    }

    private static List<String> callers(String options, String pods) {
        return Options.rendering(options)
                .one(NetworkPolicy.class, pods)
                .getSpec()
                .getIngress()
                .stream()
                .filter(it -> !isOfTests(it))
                .map(it -> it.getPorts().getFirst().getPort().getStrVal() + ": " + text(it))
                .toList();
    }

    private static boolean isOfTests(NetworkPolicyIngressRule rule) {
        var pods = rule.getFrom().getFirst().getPodSelector();
        return pods != null
                && "test".equals(pods.getMatchLabels().get("app.kubernetes.io/component"));
    }

    private static String text(NetworkPolicyIngressRule rule) {
        return String.join(", ", rule.getFrom().stream().flatMap(NetworkTest::names).toList());
    }

    private static Stream<String> names(NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            return Stream.of(peer.getIpBlock().getCidr());
        }
        return Stream.ofNullable(
                peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name"));
    }
}
