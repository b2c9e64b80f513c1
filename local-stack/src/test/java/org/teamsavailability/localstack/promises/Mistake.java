package org.teamsavailability.localstack.promises;

import java.util.Map;
import org.teamsavailability.localstack.chart.Secrets;
import org.teamsavailability.localstack.server.SecuredStack;

/** Something that an operator got wrong, and what is said of it. */
enum Mistake {
    WRONG_PASSWORD(
            WayIn.SCRAM,
            "topics-are-there",
            "Kafka does not accept the credentials (Authentication failed",
            "KAFKA_SECURITY_") {
        @Override
        void make(Secrets secrets, SecuredStack stack) {
            secrets.with("kafka-ops", jaas(way.credential(stack, "ops")));
        }
    },

    WRONG_PASSWORD_OF_THE_SERVICE(
            WayIn.SCRAM,
            "enricher",
            "Kafka does not accept the credentials (Authentication failed",
            "KAFKA_SECURITY_") {
        @Override
        void make(Secrets secrets, SecuredStack stack) {
            secrets.with("kafka-enricher", jaas(way.credential(stack, "enricher")));
        }
    },

    BROKERS_OF_ANOTHER_AUTHORITY(
            WayIn.SCRAM,
            "topics-are-there",
            "The broker is not who we take it for",
            "KAFKA_SECURITY_SSL_TRUSTSTORE_") {
        @Override
        void make(Secrets secrets, SecuredStack stack) {
            secrets.with("servers-ca", another(stack));
        }
    },

    WRONG_CLIENT_SECRET(
            WayIn.OAUTH,
            "topics-are-there",
            "There is no token for Kafka (The response code 401",
            "KAFKA_SECURITY_SASL_JAAS_CONFIG") {
        @Override
        void make(Secrets secrets, SecuredStack stack) {
            secrets.with("kafka-ops", jaas(way.credential(stack, "ops")));
        }
    },

    NO_CLIENT_CERTIFICATE(
            WayIn.MTLS,
            "topics-are-there",
            "Kafka does not accept our certificate, or that there is none",
            "KAFKA_SECURITY_SSL_KEYSTORE_") {
        @Override
        String values(SecuredStack stack) {
            return way.values(stack)
                    .replace("secret: kafka-enricher", "secret: \"\"")
                    .replace("clientSecret: kafka-ops", "clientSecret: \"\"");
        }
    },

    WRONG_PASSWORD_OF_THE_REGISTRY(
            WayIn.MTLS, "topics-are-there", "answers 401", "SCHEMA_REGISTRY_PASSWORD") {
        @Override
        void make(Secrets secrets, SecuredStack stack) {
            secrets.with("registry-user", Map.of("username", "schemas", "password", WRONG));
        }
    },

    REGISTRY_OF_ANOTHER_AUTHORITY(
            WayIn.MTLS, "topics-are-there", "cannot be reached", "SCHEMA_REGISTRY_CA") {
        @Override
        String values(SecuredStack stack) {
            return way.values(stack)
                    .replace("registry-user, ca: {secret: servers-ca}", "registry-user");
        }
    },

    DATABASE_OF_ANOTHER_AUTHORITY(
            WayIn.MTLS,
            "mapping-service",
            "The database is not who we take it for",
            "DATABASE_URL") {
        @Override
        String values(SecuredStack stack) {
            return way.values(stack)
                    .replace(
                            "postgresql-user, ca: {secret: servers-ca}",
                            "postgresql-user, ca: {secret: another-ca}");
        }

        @Override
        void make(Secrets secrets, SecuredStack stack) {
            secrets.with("another-ca", another(stack));
        }
    };

    /** Not to be found in what is said. */
    static final String WRONG = "hunter2";

    final WayIn way;
    final String container;
    final String said;
    final String setting;

    Mistake(WayIn way, String container, String said, String setting) {
        this.way = way;
        this.container = container;
        this.said = said;
        this.setting = setting;
    }

    /** An operator's values. */
    String values(SecuredStack stack) {
        return way.values(stack);
    }

    /** Changes the Secrets where the mistake is there. */
    void make(Secrets secrets, SecuredStack stack) {}

    private static Map<String, String> jaas(Map<String, String> right) {
        return Map.of(
                "sasl.jaas.config",
                right.values().iterator().next().replaceFirst("password-of-\\w+", WRONG));
    }

    private static Map<String, String> another(SecuredStack stack) {
        return Map.of("ca.crt", stack.certificates().certificate("ops"));
    }
}
