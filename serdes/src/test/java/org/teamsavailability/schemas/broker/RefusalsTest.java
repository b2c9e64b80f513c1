package org.teamsavailability.schemas.broker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.security.auth.login.LoginException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule";

    @ParameterizedTest
    @MethodSource("failures")
    void saysInASentenceWhatIsWrongAndWhichSettingIsToBeLookedAt(Throwable failure, String name) {
        assertThat(Refusals.of(new ExecutionException(failure)))
                .contains(name)
                .doesNotContain("\n", "hunter2");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new SaslAuthenticationException("Authentication failed"),
                        "(Authentication failed): check the KAFKA_SECURITY_ variables"),
                Arguments.of(
                        handshake("PKIX path building failed"),
                        "(PKIX path building failed): KAFKA_SECURITY_SSL_TRUSTSTORE_…"),
                Arguments.of(
                        client("request.timeout.ms", "hunter2"),
                        "A setting of Kafka's client cannot be used (request.timeout.ms): check"),
                Arguments.of(
                        new ConfigException("ssl.key.password", "hunter2 hunter2.hunter2"),
                        "A setting of Kafka's client cannot be used (ssl.key.password): check"),
                Arguments.of(
                        new ConfigException("None of hunter2"),
                        "A setting of Kafka's client cannot be used: check"),
                Arguments.of(
                        client(
                                "security.protocol",
                                "SSL",
                                "ssl.truststore.type",
                                "PEM",
                                "ssl.truststore.certificates",
                                "hunter2"),
                        "KAFKA_SECURITY_SSL_TRUSTSTORE_…"),
                Arguments.of(login("hunter2"), "KAFKA_SECURITY_SASL_JAAS_CONFIG"),
                Arguments.of(login("user password=hunter2;"), "KAFKA_SECURITY_SASL_JAAS_CONFIG"),
                Arguments.of(
                        login("no.such.Module required password=\"hunter2\";"),
                        "KAFKA_SECURITY_SASL_JAAS_CONFIG"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "certificate_required",
                "bad_certificate",
                "certificate_unknown",
                "unsupported_certificate",
                "unknown_ca",
                "access_denied"
            })
    void tellsACertificateOfOursThatIsNotTaken(String alert) {
        assertThat(Refusals.of(handshake("Received fatal alert: " + alert)))
                .startsWith("Kafka does not accept our certificate")
                .contains("(Received fatal alert: " + alert + ")", "KAFKA_SECURITY_SSL_KEYSTORE_…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"protocol_version", "handshake_failure", "insufficient_security"})
    void doesNotBlameACertificateWhereTheTwoFindNoCommonTls(String alert) {
        assertThat(Refusals.of(handshake("Received fatal alert: " + alert)))
                .startsWith("Kafka and we find no common TLS (Received fatal alert: " + alert)
                .contains("KAFKA_SECURITY_SSL_ENABLED_PROTOCOLS");
    }

    @Test
    void readsTheReasonOutOfTheStackTraceThatKafkaGivesAsTheMessage() {
        var failure =
                new LoginException(
                        """
                        org.apache.kafka.common.KafkaException: java.net.ConnectException: no
                        \tat org.apache.kafka.common.security.oauthbearer.X.retrieve(X.java:170)
                        Caused by: java.net.ConnectException: Connection refused
                        \tat java.base/sun.nio.ch.Net.connect0(Native Method)
                        \t... 34 more
                        """);

        assertThat(Refusals.of(failure))
                .startsWith("There is no token for Kafka (Connection refused): check")
                .doesNotContain("\n");
    }

    @Test
    void leavesOtherFailuresToOthers() {
        assertThat(Refusals.of(new KafkaException(new TimeoutException("60 s")))).isNull();
        assertThat(Refusals.of(new IllegalArgumentException(new IOException()))).isNull();
        assertThat(Refusals.of(new TopicAuthorizationException("requests"))).isNull();
    }

    private static Throwable handshake(String reason) {
        return new SslAuthenticationException(
                "SSL handshake failed", new SSLHandshakeException(reason));
    }

    private static Throwable login(String line) {
        return client(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                line.startsWith("user") ? LOGIN + " " + line : line);
    }

    /** Why Kafka's client cannot be made of these settings. */
    private static Throwable client(String... settings) {
        var all = new HashMap<String, Object>();
        all.put("bootstrap.servers", "localhost:1");
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return requireNonNull(catchThrowable(() -> Admin.create(Map.copyOf(all)).close()));
    }
}
