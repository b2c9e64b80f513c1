package org.teamsavailability.systemtests.promises;

import java.util.Locale;
import java.util.Map;
import org.teamsavailability.systemtests.chart.Secrets;
import org.teamsavailability.systemtests.server.SecuredStack;

/** How an installation of the chart gets into a secured Kafka: an operator's values and Secrets. */
enum WayIn {
    SCRAM(
            """
              tls: {enabled: true, trust: {secret: servers-ca}}
              sasl: {mechanism: SCRAM-SHA-512, jaas: {secret: kafka-enricher}}
            mappingService: {kafkaIdentity: {jaasSecret: kafka-mapping-service}}
            operations: {kafkaIdentity: {jaasSecret: kafka-ops}}
            """) {
        @Override
        Map<String, String> credential(SecuredStack stack, String user) {
            return Map.of(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                            .formatted(user, SecuredStack.password(user)));
        }
    },

    OAUTH(
            """
              tls: {enabled: true, trust: {secret: servers-ca}}
              sasl:
                mechanism: OAUTHBEARER
                jaas: {secret: kafka-enricher}
                oauth: {tokenEndpoint: "TOKEN_ENDPOINT"}
            mappingService: {kafkaIdentity: {jaasSecret: kafka-mapping-service}}
            operations: {kafkaIdentity: {jaasSecret: kafka-ops}}
            """) {
        @Override
        Map<String, String> credential(SecuredStack stack, String user) {
            return Map.of(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=\"%s\" clientSecret=\"%s\" scope=\"kafka\" ssl.truststore.type=\"PEM\" ssl.truststore.location=\"/etc/teams-availability/kafka/trust/ca.crt\";"
                            .formatted(user, SecuredStack.password(user)));
        }
    },

    MTLS(
            """
              tls: {enabled: true, trust: {secret: servers-ca}, client: {secret: kafka-enricher}}
            mappingService: {kafkaIdentity: {clientSecret: kafka-mapping-service}}
            operations: {kafkaIdentity: {clientSecret: kafka-ops}}
            """) {
        @Override
        Map<String, String> credential(SecuredStack stack, String user) {
            return Map.of(
                    "tls.crt", stack.certificates().certificate(user),
                    "tls.key", stack.certificates().key(user));
        }
    };

    private static final String COMMON =
            """
            schemaRegistry: {url: "REGISTRY", secret: registry-user, ca: {secret: servers-ca}}
            microsoft:
              GLOBAL:
                clientId: 00000000-0000-4000-8000-000000009700
                clientSecret: {secret: microsoft}
                loginUrl: "LOGIN"
                graphUrl: "GRAPH"
            database:
              url: "DATABASE?sslmode=verify-full"
              secret: postgresql-user
              migration: {secret: postgresql-owner}
              ca: {secret: servers-ca}
            kafka:
              bootstrapServers: localhost:PORT
              topicPrefix: PREFIX
              replicationFactor: 1
              minInsyncReplicas: 1
            """;

    private final String values;

    WayIn(String values) {
        this.values = values;
    }

    /** What the Secret of this user holds, as the chart's README says. */
    abstract Map<String, String> credential(SecuredStack stack, String user);

    String topicPrefix() {
        return name().toLowerCase(Locale.ROOT) + ".";
    }

    /** The Secrets that are needed, and right. */
    Secrets secrets(SecuredStack stack) {
        var secrets =
                new Secrets()
                        .with("servers-ca", Map.of("ca.crt", stack.certificates().authority()))
                        .with("microsoft", Map.of("client-secret", "any"))
                        .with(
                                "registry-user",
                                Map.of(
                                        "username",
                                        "schemas",
                                        "password",
                                        SecuredStack.password("schemas")))
                        .with(
                                "postgresql-user",
                                Map.of("username", "mapping_service", "password", "any"))
                        .with(
                                "postgresql-owner",
                                Map.of("username", "mapping_migration", "password", "any"));
        for (var user : SecuredStack.USERS) {
            secrets.with("kafka-" + user, credential(stack, user));
        }
        return secrets;
    }

    String values(SecuredStack stack) {
        return (COMMON + values)
                .replace("PORT", Integer.toString(stack.port(name())))
                .replace("PREFIX", topicPrefix())
                .replace("REGISTRY", stack.registry())
                .replace("LOGIN", stack.microsoft().loginUrl())
                .replace("GRAPH", stack.microsoft().graphUrl())
                .replace("DATABASE", stack.database())
                .replace("TOKEN_ENDPOINT", stack.tokens().tokenEndpoint());
    }
}
