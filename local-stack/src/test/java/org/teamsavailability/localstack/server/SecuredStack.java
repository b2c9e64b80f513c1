package org.teamsavailability.localstack.server;

import static org.teamsavailability.localstack.security.Certificates.PASSWORD;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.teamsavailability.localstack.chart.Container;
import org.teamsavailability.localstack.process.Launch;
import org.teamsavailability.localstack.process.Ports;
import org.teamsavailability.localstack.process.Server;
import org.teamsavailability.localstack.process.Workspace;
import org.teamsavailability.localstack.security.Certificates;
import org.teamsavailability.localstack.security.Gate;
import org.teamsavailability.localstack.security.TokenServer;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.access.Answers;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Dataset;

/**
 * What an installation finds there: broker, registry, database and a simulated Microsoft. The
 * broker has three secured ways in, each by a listener of its own, on which a user has the same
 * name; it allows only what an entry allows. Its administrator has a fourth, without security.
 */
public final class SecuredStack implements AutoCloseable {

    /** Who has a password, a client secret and a certificate. */
    public static final List<String> USERS = List.of("enricher", "mapping-service", "ops");

    private static final Duration WITHIN = Duration.ofSeconds(90);
    private static final int ITERATIONS = 4096;

    private final Workspace workspace = Workspace.create();
    private final Probes probes = new Probes();
    private final Ports ports = Ports.anyFree();
    private final Installation home = Installation.ofThisProcess();
    private final Map<String, Integer> listeners = new HashMap<>();
    private final Certificates certificates = new Certificates(workspace.directory());
    private final TokenServer tokens;
    private final Database database;
    private final GraphSimulator microsoft =
            GraphSimulator.start(Dataset.of(), SimulatorSettings.defaults().withPort(0));
    private final int schemas = ports.any();
    private final Server registry =
            new Server(workspace, Registry.launch(workspace, home, schemas, ports.any(), probes));
    private final Gate registryGate;
    private final Server broker;

    /** Issues the certificates and chooses the ports. */
    public SecuredStack() {
        certificates.issue("server", "-ext", "san=dns:localhost,ip:127.0.0.1");
        USERS.forEach(certificates::issue);
        var tls = certificates.serverContext("server");
        registryGate = Gate.before(open(), tls, "schemas", password("schemas"));
        database =
                new Database(
                        workspace,
                        home,
                        ports.any(),
                        Map.of(
                                "ssl",
                                "on",
                                "ssl_cert_file",
                                file("server.crt", certificates.certificate("server")).toString(),
                                "ssl_key_file",
                                secret("server.key", certificates.key("server")).toString()));
        tokens =
                TokenServer.start(
                        tls,
                        USERS.stream().collect(Collectors.toMap(it -> it, SecuredStack::password)));
        for (var listener : List.of("CLIENTS", "SCRAM", "OAUTH", "MTLS", "CONTROL")) {
            listeners.put(listener, ports.any());
        }
        broker = new Server(workspace, guarded());
    }

    private Launch guarded() {
        var launch =
                Broker.launch(
                        workspace, port("CLIENTS"), port("CONTROL"), probes, brokerSettings());
        var options =
                List.of(
                        "-Djavax.net.ssl.trustStore=" + certificates.trustStore(),
                        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                        "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + tokens.keys());
        return new Launch(
                launch.name(),
                launch.command(),
                Map.of("JDK_JAVA_OPTIONS", String.join(" ", options)),
                launch.isReady(),
                launch.within());
    }

    private Map<String, String> brokerSettings() {
        var server =
                file("server.pem", certificates.key("server") + certificates.certificate("server"));
        return Map.ofEntries(
                Map.entry("listeners", addresses(listeners.keySet().stream().toList())),
                Map.entry(
                        "advertised.listeners",
                        addresses(List.of("CLIENTS", "SCRAM", "OAUTH", "MTLS"))),
                Map.entry(
                        "listener.security.protocol.map",
                        "CLIENTS:PLAINTEXT,CONTROL:PLAINTEXT,SCRAM:SASL_SSL,OAUTH:SASL_SSL,MTLS:SSL"),
                Map.entry("ssl.keystore.type", "PEM"),
                Map.entry("ssl.keystore.location", server.toString()),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry(
                        "ssl.truststore.location",
                        file("clients-ca.crt", certificates.authority()).toString()),
                Map.entry("ssl.principal.mapping.rules", "RULE:^CN=(.*)$/$1/"),
                Map.entry("listener.name.mtls.ssl.client.auth", "required"),
                Map.entry("listener.name.scram.sasl.enabled.mechanisms", "SCRAM-SHA-512"),
                Map.entry(
                        "listener.name.scram.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry("listener.name.oauth.sasl.enabled.mechanisms", "OAUTHBEARER"),
                Map.entry(
                        "listener.name.oauth.oauthbearer.sasl.jaas.config",
                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule"
                                + " required;"),
                Map.entry(
                        "listener.name.oauth.oauthbearer.sasl.server.callback.handler.class",
                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler"),
                Map.entry("sasl.oauthbearer.jwks.endpoint.url", tokens.keys()),
                Map.entry("sasl.oauthbearer.expected.issuer", tokens.issuer()),
                Map.entry("sasl.oauthbearer.expected.audience", TokenServer.AUDIENCE),
                Map.entry(
                        "authorizer.class.name",
                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:ANONYMOUS"));
    }

    private String addresses(List<String> names) {
        return names.stream()
                .map(it -> it + "://localhost:" + port(it))
                .collect(Collectors.joining(","));
    }

    private Path file(String name, String content) {
        try {
            return Files.writeString(workspace.directory().resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be written", e);
        }
    }

    /** One that only this user may read, as PostgreSQL wants it. */
    private Path secret(String name, String content) {
        var file = file(name, content);
        try {
            return Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be kept from others", e);
        }
    }

    /** What a user says to be let in. */
    public static String password(String user) {
        return "password-of-" + user;
    }

    /** The listener's port. */
    public int port(String listener) {
        return listeners.getOrDefault(listener, 0);
    }

    /** Starts everything but the services. */
    public void start() {
        Together.run(broker::start, registry::start, database::start);
        try (var admin = admin()) {
            var upsertions = new ArrayList<UserScramCredentialAlteration>();
            var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
            USERS.forEach(user ->
                    upsertions.add(new UserScramCredentialUpsertion(user, scram, password(user))));
            Answers.of(admin.alterUserScramCredentials(upsertions).all());
        }
    }

    /** Makes these entries. */
    public void allow(List<AclBinding> entries) {
        try (var admin = admin()) {
            Answers.of(admin.createAcls(entries).all());
        }
    }

    /** As the cluster's administrator. */
    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", "localhost:" + port("CLIENTS")));
    }

    /** As the cluster's administrator, in the installation of this prefix. */
    public Access access(String topicPrefix) {
        return new Access(
                Map.of("bootstrap.servers", "localhost:" + port("CLIENTS")),
                SerdeSettings.apicurio(open()),
                TopicCreation.Settings.unreplicated(topicPrefix));
    }

    /** The registry, which asks for the user {@code schemas}. */
    public String registry() {
        return registryGate.address();
    }

    /** The same without the gate. */
    private String open() {
        return "http://localhost:" + schemas;
    }

    public String database() {
        return database.url();
    }

    public Certificates certificates() {
        return certificates;
    }

    public TokenServer tokens() {
        return tokens;
    }

    public GraphSimulator microsoft() {
        return microsoft;
    }

    /** Where an installation may have its files. */
    public Path folder(String name) {
        return workspace.directory().resolve(name);
    }

    /** The enricher of this container; not yet started. */
    public Server enricher(String name, Container container) {
        return service(name, home.enricher(), container, ports.any());
    }

    /** The mapping-service of this container; not yet started. */
    public Server mappingService(String name, Container container) {
        var further = Map.of("SERVER_PORT", Integer.toString(ports.any()));
        return service(name, home.mappingService(), container.with(further), ports.any());
    }

    private Server service(String name, Path jar, Container container, int management) {
        var readiness = URI.create("http://localhost:" + management + "/actuator/health/readiness");
        var here = container.with(Map.of("MANAGEMENT_SERVER_PORT", Integer.toString(management)));
        return new Server(
                workspace,
                new Launch(
                        name,
                        program(jar, container),
                        here.environment(),
                        () -> probes.answers(readiness),
                        WITHIN));
    }

    /** How this container of the chart is run, a command or a service that ends by itself. */
    public ProcessBuilder process(String name, Container container) {
        var jar = name.equals("mapping-service") ? home.mappingService() : home.enricher();
        var anyPort = Map.of("SERVER_PORT", "0", "MANAGEMENT_SERVER_PORT", "0");
        var builder = new ProcessBuilder(program(jar, container));
        builder.environment().putAll(container.with(anyPort).environment());
        return builder;
    }

    /** It ends with the stack at the latest. */
    public void guard(Process process) {
        workspace.started(process.toHandle());
    }

    private static List<String> program(Path jar, Container container) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-jar",
                                jar.toString()));
        arguments.addAll(container.arguments());
        return Installation.java(arguments);
    }

    @Override
    public void close() {
        microsoft.close();
        tokens.close();
        registryGate.close();
        registry.kill();
        broker.kill();
        database.close();
        probes.close();
        workspace.close();
    }
}
