package org.teamsavailability.systemtests.server;

import static org.teamsavailability.systemtests.security.Certificates.PASSWORD;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.teamsavailability.servers.Broker;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.servers.process.ProcessSpec;
import org.teamsavailability.servers.process.Workspace;
import org.teamsavailability.systemtests.security.Certificates;
import org.teamsavailability.systemtests.security.TokenServer;

/**
 * A broker with four secured ways in, each by a listener of its own: {@code SCRAM}, {@code OAUTH},
 * {@code MTLS} and, without encryption, {@code PLAIN}. A user has the same name on all of them, and
 * may do what an entry allows. On the listener {@code CLIENTS} everybody is the administrator.
 */
final class SecuredBroker {

    private static final String CLIENTS = "CLIENTS";
    private static final String CONTROL = "CONTROL";
    static final String PLAIN = "PLAIN";
    private static final List<String> ADVERTISED =
            List.of(CLIENTS, "SCRAM", "OAUTH", "MTLS", PLAIN);
    private static final String OAUTH = "listener.name.oauth.oauthbearer.sasl.";
    private static final String BEARER = "org.apache.kafka.common.security.oauthbearer.";

    private final Map<String, Integer> ports = new HashMap<>();

    SecuredBroker(Ports free) {
        ADVERTISED.forEach(it -> ports.put(it, free.any()));
        ports.put(CONTROL, free.any());
    }

    /** The listener's port. */
    int port(String listener) {
        return ports.getOrDefault(listener, 0);
    }

    /** What its administrator starts from. */
    String administration() {
        return "localhost:" + port(CLIENTS);
    }

    /**
     * Says how to start it.
     *
     * @param server a PEM file with its key and certificate
     * @param authority a PEM file with the CA of its clients
     */
    ProcessSpec launch(
            Workspace workspace,
            Probes probes,
            Certificates certificates,
            TokenServer tokens,
            Path server,
            Path authority) {
        var settings = new HashMap<>(settings(tokens));
        settings.put("ssl.keystore.location", server.toString());
        settings.put("ssl.truststore.location", authority.toString());
        var launch = Broker.launch(workspace, port(CLIENTS), port(CONTROL), probes, settings);
        var options =
                List.of(
                        "-Djavax.net.ssl.trustStore=" + certificates.trustStore(),
                        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                        "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + tokens.keys());
        return new ProcessSpec(
                launch.name(),
                launch.command(),
                Map.of("JDK_JAVA_OPTIONS", String.join(" ", options)),
                launch.isReady(),
                launch.within());
    }

    private Map<String, String> settings(TokenServer tokens) {
        var advertised = addresses(ADVERTISED);
        return Map.ofEntries(
                Map.entry("listeners", advertised + "," + addresses(List.of(CONTROL))),
                Map.entry("advertised.listeners", advertised),
                Map.entry(
                        "listener.security.protocol.map",
                        "CLIENTS:PLAINTEXT,CONTROL:PLAINTEXT,SCRAM:SASL_SSL,OAUTH:SASL_SSL,MTLS:SSL,PLAIN:SASL_PLAINTEXT"),
                Map.entry("ssl.keystore.type", "PEM"),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.principal.mapping.rules", "RULE:^CN=(.*)$/$1/"),
                Map.entry("listener.name.mtls.ssl.client.auth", "required"),
                Map.entry("listener.name.scram.sasl.enabled.mechanisms", "SCRAM-SHA-512"),
                Map.entry(
                        "listener.name.scram.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry("listener.name.plain.sasl.enabled.mechanisms", "PLAIN"),
                Map.entry("listener.name.plain.plain.sasl.jaas.config", passwords()),
                Map.entry("listener.name.oauth.sasl.enabled.mechanisms", "OAUTHBEARER"),
                Map.entry(OAUTH + "jaas.config", BEARER + "OAuthBearerLoginModule required;"),
                Map.entry(
                        OAUTH + "server.callback.handler.class",
                        BEARER + "OAuthBearerValidatorCallbackHandler"),
                Map.entry("sasl.oauthbearer.jwks.endpoint.url", tokens.keys()),
                Map.entry("sasl.oauthbearer.expected.issuer", tokens.issuer()),
                Map.entry("sasl.oauthbearer.expected.audience", TokenServer.AUDIENCE),
                Map.entry(
                        "authorizer.class.name",
                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:ANONYMOUS"));
    }

    private static String passwords() {
        return SecuredStack.PLAIN_LOGIN
                + SecuredStack.USERS_WITH_A_PASSWORD.stream()
                        .map(user -> " user_%s=\"%s\"".formatted(user, SecuredStack.password(user)))
                        .collect(Collectors.joining())
                + ";";
    }

    private String addresses(List<String> names) {
        return names.stream()
                .map(it -> it + "://localhost:" + port(it))
                .collect(Collectors.joining(","));
    }
}
