package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.helm.chart.Options;

/** How the values become the client settings of Kafka; a Secret is shown as {@code secret/key}. */
class KafkaTest {

    private static final String PREFIX = "KAFKA_SECURITY_";

    @ParameterizedTest
    @CsvSource({
        "defaults,",
        "kafka-plain, SASL_PLAINTEXT",
        "kafka-scram, SASL_SSL",
        "kafka-oauthbearer, SASL_SSL",
        "kafka-mtls, SSL",
        "kafka-key-stores, SSL"
    })
    void speaksTheProtocolThatTheValuesAskFor(String options, String protocol) {
        assertThat(security(options, "enricher").get("protocol")).isEqualTo(protocol);
    }

    @Test
    void authenticatesByScram() {
        assertThat(security("kafka-scram", "mapping-service"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "protocol", "SASL_SSL",
                                "sasl.mechanism", "SCRAM-SHA-512",
                                "sasl.jaas.config", "teams-mapping-service/sasl.jaas.config",
                                "ssl.truststore.type", "PEM",
                                "ssl.truststore.location",
                                        "/etc/teams-availability/kafka/trust/ca.crt"));
    }

    @Test
    void authenticatesByTokens() {
        assertThat(security("kafka-oauthbearer", "enricher"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "protocol", "SASL_SSL",
                                "sasl.mechanism", "OAUTHBEARER",
                                "sasl.jaas.config", "kafka-oauth/jaas",
                                "sasl.login.callback.handler.class",
                                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
                                "sasl.oauthbearer.token.endpoint.url",
                                        "https://login.example.com:8443/oauth2/token"));
        assertThat(
                        Options.rendering("kafka-oauthbearer")
                                .workload("enricher")
                                .variable("JDK_JAVA_OPTIONS")
                                .getValue())
                .isEqualTo(
                        "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=https://login.example.com:8443/oauth2/token");
    }

    @Test
    void authenticatesByCertificate() {
        assertThat(security("kafka-mtls", "enricher"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "protocol", "SSL",
                                "ssl.truststore.type", "PEM",
                                "ssl.truststore.location",
                                        "/etc/teams-availability/kafka/trust/ca.crt",
                                "ssl.keystore.type", "PEM",
                                "ssl.keystore.certificate.chain", "enricher-client/user.crt",
                                "ssl.keystore.key", "enricher-client/user.key",
                                "ssl.key.password", "enricher-client/user.password"));
    }

    @Test
    void authenticatesByAKeyStore() {
        assertThat(security("kafka-key-stores", "create-topics"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "protocol", "SSL",
                                "ssl.truststore.type", "JKS",
                                "ssl.truststore.location",
                                        "/etc/teams-availability/kafka/trust/store",
                                "ssl.truststore.password", "kafka-ca/truststore.password",
                                "ssl.keystore.type", "PKCS12",
                                "ssl.keystore.location",
                                        "/etc/teams-availability/kafka/client/store",
                                "ssl.keystore.password", "kafka-client/keystore.password"));
    }

    @Test
    void tellsTheRegistryWhoAsksAndBelievesItsCertificate() {
        assertThat(List.of("enricher", "mapping-service", "create-topics", "topics-are-there"))
                .extracting(it -> Options.rendering("kafka-scram").workload(it))
                .allSatisfy(it -> {
                    assertThat(text(it.variable("SCHEMA_REGISTRY_USER")))
                            .isEqualTo("teams-registry/user");
                    assertThat(text(it.variable("SCHEMA_REGISTRY_PASSWORD")))
                            .isEqualTo("teams-registry/pass");
                    assertThat(text(it.variable("SCHEMA_REGISTRY_CA")))
                            .isEqualTo("/etc/teams-availability/schema-registry/ca.crt");
                });
    }

    @Test
    void isSomebodyElseInEachService() {
        assertThat(List.of("enricher", "mapping-service", "create-topics", "topics-are-there"))
                .extracting(it -> security("kafka-scram", it).get("sasl.jaas.config"))
                .containsExactly(
                        "teams-enricher/sasl.jaas.config",
                        "teams-mapping-service/sasl.jaas.config",
                        "teams-operator/sasl.jaas.config",
                        "teams-operator/sasl.jaas.config");
    }

    private static Map<String, String> security(String options, String workload) {
        var settings = new TreeMap<String, String>();
        for (var variable : Options.rendering(options).workload(workload).variables()) {
            if (variable.getName().startsWith(PREFIX)) {
                String name = variable.getName().substring(PREFIX.length());
                settings.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), text(variable));
            }
        }
        return settings;
    }

    private static String text(EnvVar variable) {
        if (variable.getValue() != null) {
            return variable.getValue();
        }
        var secret = variable.getValueFrom().getSecretKeyRef();
        return secret.getName() + "/" + secret.getKey();
    }
}
