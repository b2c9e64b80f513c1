package org.teamsavailability.systemtests.promises;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.teamsavailability.systemtests.chart.Installed;
import org.teamsavailability.systemtests.chart.Secrets;
import org.teamsavailability.systemtests.server.SecuredStack;

/** Something that an operator got wrong, and what a command says of it. */
enum Mistake {
    WRONG_PASSWORD(
            WayIn.SCRAM,
            "Kafka does not accept the credentials (Authentication failed",
            "KAFKA_SECURITY_") {
        @Override
        void make(Secrets secrets, SecuredStack stack) {
            withWrongPasswords(secrets, stack);
        }
    },

    WRONG_CLIENT_SECRET(
            WayIn.OAUTH,
            "There is no token for Kafka (The response code 401",
            "KAFKA_SECURITY_SASL_JAAS_CONFIG") {
        @Override
        void make(Secrets secrets, SecuredStack stack) {
            withWrongPasswords(secrets, stack);
        }
    },

    NO_CLIENT_CERTIFICATE(
            WayIn.MTLS,
            "Kafka does not accept our certificate, or that there is none",
            "KAFKA_SECURITY_SSL_KEYSTORE_") {
        @Override
        String values(SecuredStack stack) {
            return way.values(stack)
                    .replaceAll("(client: .secret|clientSecret): [a-z-]+", "$1: \"\"");
        }
    },

    BROKERS_OF_ANOTHER_AUTHORITY(
            WayIn.MTLS,
            "The broker has an unexpected certificate",
            "KAFKA_SECURITY_SSL_TRUSTSTORE_") {
        @Override
        void make(Secrets secrets, SecuredStack stack) {
            secrets.with("servers-ca", Map.of("ca.crt", stack.certificates().certificate("ops")));
        }
    },

    WRONG_PASSWORD_OF_THE_REGISTRY(WayIn.MTLS, "answers 401", "SCHEMA_REGISTRY_PASSWORD") {
        @Override
        void make(Secrets secrets, SecuredStack stack) {
            secrets.with("registry-user", Map.of("username", "schemas", "password", WRONG));
        }
    },

    REGISTRY_OF_ANOTHER_AUTHORITY(WayIn.MTLS, "cannot be reached", "SCHEMA_REGISTRY_CA") {
        @Override
        String values(SecuredStack stack) {
            return way.values(stack)
                    .replace("registry-user, ca: {secret: servers-ca}", "registry-user");
        }
    };

    /** Not to be found in what is said. */
    static final String WRONG = "hunter2";

    final WayIn way;
    final String said;
    final String setting;

    Mistake(WayIn way, String said, String setting) {
        this.way = way;
        this.said = said;
        this.setting = setting;
    }

    /** An operator's values. */
    String values(SecuredStack stack) {
        return way.values(stack);
    }

    /** Changes the Secrets where the mistake is there. */
    void make(Secrets secrets, SecuredStack stack) {}

    /** The chart, installed like that. */
    Installed installed(SecuredStack stack) {
        var secrets = way.secrets(stack);
        make(secrets, stack);
        return Installed.with(values(stack), secrets, stack.folder(name()));
    }

    void withWrongPasswords(Secrets secrets, SecuredStack stack) {
        for (var user : SecuredStack.USERS) {
            var right = requireNonNull(way.credential(stack, user).get("sasl.jaas.config"));
            secrets.with(
                    "kafka-" + user,
                    Map.of("sasl.jaas.config", right.replace(SecuredStack.password(user), WRONG)));
        }
    }
}
