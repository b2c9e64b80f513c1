package org.teamsavailability.schemas.broker;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.login.LoginException;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.jspecify.annotations.Nullable;

/**
 * Why a client does not get into Kafka: one sentence that names the settings and holds no secret of
 * theirs. What the broker, the token endpoint or TLS says of it is a part of the sentence.
 */
public final class Refusals {

    private static final int DEEPEST = 16;
    private static final String CAUSED_BY = "Caused by: ";
    private static final String CLASSES = "^([\\w$]+\\.[\\w.$]+: )+";
    private static final String JAAS = "org.apache.kafka.common.security.JaasConfig";

    private static final Pattern DOTTED = Pattern.compile("[a-z0-9]+(\\.[a-z0-9]+)+");
    private static final Pattern OF_A_CERTIFICATE =
            Pattern.compile("certificate|unknown_ca|access_denied");

    /** By Kafka's names; the last one is a property of the JVM that its messages name. */
    private static final Set<String> SETTINGS =
            Stream.of(
                            AdminClientConfig.configNames(),
                            ConsumerConfig.configNames(),
                            ProducerConfig.configNames(),
                            Set.of("org.apache.kafka.sasl.oauthbearer.allowed.urls"))
                    .flatMap(Set::stream)
                    .collect(Collectors.toUnmodifiableSet());

    private Refusals() {}

    /** The sentence; null where the failure is none of these. */
    public static @Nullable String of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            var said = said(cause);
            if (said != null) {
                return said;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static @Nullable String said(Throwable cause) {
        return switch (cause) {
            case SslAuthenticationException e -> handshake(innermost(e));
            case AuthenticationException e ->
                    "Kafka does not accept the credentials (%s): check the KAFKA_SECURITY_ variables."
                            .formatted(e.getMessage());
            case LoginException e -> login(String.valueOf(e.getMessage()));
            // others, such as a missing right, are of its kind as well
            case InvalidConfigurationException e
                    when e.getClass() == InvalidConfigurationException.class ->
                    "A certificate or key for Kafka cannot be used (%s): check KAFKA_SECURITY_SSL_TRUSTSTORE_… and KAFKA_SECURITY_SSL_KEYSTORE_…; as PEM, a key must be PKCS#8 and that of the certificate."
                            .formatted(innermost(e));
            case ConfigException e ->
                    "A setting of Kafka's client cannot be used%s: check the KAFKA_ variables."
                            .formatted(settings(String.valueOf(e.getMessage())));
            case IllegalArgumentException e when isOfTheLoginLine(e) ->
                    // what it says may be a part of the line, and so of a password
                    "KAFKA_SECURITY_SASL_JAAS_CONFIG cannot be read: it is one line, <login module>"
                            + " required <name>=\"<value>\" …;";
            default -> null;
        };
    }

    /** Those that Kafka's message names. It shows values as well, and these are not repeated. */
    private static String settings(String message) {
        var named =
                DOTTED.matcher(message)
                        .results()
                        .map(MatchResult::group)
                        .filter(SETTINGS::contains)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return named.isEmpty() ? "" : " (" + named + ")";
    }

    /** The other side tells by an alert what it does not like; the rest is what we do not like. */
    private static String handshake(String reason) {
        if (reason.contains("fatal alert") && !OF_A_CERTIFICATE.matcher(reason).find()) {
            return "Kafka and we find no common TLS (%s): check KAFKA_SECURITY_SSL_ENABLED_PROTOCOLS and KAFKA_SECURITY_SSL_CIPHER_SUITES, and what the brokers take."
                    .formatted(reason);
        }
        return reason.contains("fatal alert")
                ? "Kafka does not accept our certificate, or that there is none (%s): check KAFKA_SECURITY_SSL_KEYSTORE_…, and that the brokers know who issued it."
                        .formatted(reason)
                : "The broker has an unexpected certificate (%s): KAFKA_SECURITY_SSL_TRUSTSTORE_… names its CA, and its certificate the host in KAFKA_BOOTSTRAP_SERVERS."
                        .formatted(reason);
    }

    /** The message of Kafka's own login modules is a whole stack trace. */
    private static String login(String message) {
        int last = message.lastIndexOf(CAUSED_BY);
        var reason =
                (last < 0 ? message : message.substring(last + CAUSED_BY.length()))
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replaceFirst(CLASSES, "");
        return message.contains("oauthbearer")
                ? "There is no token for Kafka (%s): check KAFKA_SECURITY_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL, and in KAFKA_SECURITY_SASL_JAAS_CONFIG the client's id and secret and, unless the JVM trusts the endpoint's CA, ssl.truststore.location."
                        .formatted(reason)
                : "There is no way to log in to Kafka (%s): check KAFKA_SECURITY_SASL_JAAS_CONFIG."
                        .formatted(reason);
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < DEEPEST; depth++) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static boolean isOfTheLoginLine(IllegalArgumentException failure) {
        var origin = failure.getStackTrace();
        return origin.length > 0 && origin[0].getClassName().startsWith(JAAS);
    }
}
