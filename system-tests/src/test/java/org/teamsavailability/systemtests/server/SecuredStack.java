package org.teamsavailability.systemtests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.teamsavailability.localstack.server.Database;
import org.teamsavailability.localstack.server.Installation;
import org.teamsavailability.localstack.server.Parallel;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.schemas.broker.BrokerFutures;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.servers.process.Workspace;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.systemtests.security.Certificates;
import org.teamsavailability.systemtests.security.Gate;
import org.teamsavailability.systemtests.security.TokenServer;

/**
 * What an installation finds there: a broker, a registry behind a gate and a database that show
 * certificates and ask who comes, and a simulated Microsoft.
 */
public final class SecuredStack implements AutoCloseable {

    /** Who has a password, a client secret and a certificate. */
    public static final List<String> USERS = List.of("enricher", "mapping-service", "ops");

    /** Who has at least a password, for the listener {@code PLAIN}. */
    static final List<String> USERS_WITH_A_PASSWORD =
            List.of("enricher", "mapping-service", "dispatch", "psa", "ops");

    static final String PLAIN_LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private static final int ITERATIONS = 4096;

    private final Workspace workspace = Workspace.create();
    private final Probes probes = new Probes();
    private final Ports ports = Ports.anyFree();
    private final Installation home = Installation.ofThisProcess();
    private final Containers containers = new Containers(workspace, home, ports, probes);
    private final SecuredBroker listeners = new SecuredBroker(ports);
    private final Certificates certificates = new Certificates(workspace.directory());
    private final TokenServer tokens;
    private final Database database;
    private final GraphSimulator microsoft =
            GraphSimulator.start(Dataset.of(), SimulatorSettings.defaults().withPort(0));
    private final String schemas;
    private final Gate registryGate;
    private final Server broker;

    /**
     * Issues the certificates and chooses the ports.
     *
     * @param schemas a registry that lets everybody in, as {@code http://localhost:8081}
     */
    public SecuredStack(String schemas) {
        this.schemas = schemas;
        certificates.issue("server", "-ext", "san=dns:localhost,ip:127.0.0.1");
        USERS.forEach(certificates::issue);
        var tls = certificates.serverContext("server");
        registryGate = Gate.before(schemas, tls, "schemas", password("schemas"));
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
                                file("server.key", certificates.key("server")).toString()));
        tokens =
                TokenServer.start(
                        tls,
                        USERS.stream().collect(Collectors.toMap(it -> it, SecuredStack::password)));
        broker =
                new Server(
                        workspace,
                        listeners.launch(
                                workspace,
                                probes,
                                certificates,
                                tokens,
                                file(
                                        "server.pem",
                                        certificates.key("server")
                                                + certificates.certificate("server")),
                                file("authority.crt", certificates.authority())));
    }

    /** One that only this user may read, as PostgreSQL wants its key. */
    private Path file(String name, String content) {
        try {
            var file = Files.writeString(workspace.directory().resolve(name), content);
            return Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be written", e);
        }
    }

    /** What a user says to be let in. */
    public static String password(String user) {
        return "password-of-" + user;
    }

    /** The listener's port. */
    public int port(String listener) {
        return listeners.port(listener);
    }

    /** Starts everything but the services. */
    public void start() {
        Parallel.run(broker::start, database::start);
        try (var admin = admin()) {
            var upsertions = new ArrayList<UserScramCredentialAlteration>();
            var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
            USERS.forEach(user ->
                    upsertions.add(new UserScramCredentialUpsertion(user, scram, password(user))));
            BrokerFutures.of(admin.alterUserScramCredentials(upsertions).all());
        }
    }

    /** Makes these entries. */
    public void allow(List<AclBinding> entries) {
        try (var admin = admin()) {
            BrokerFutures.of(admin.createAcls(entries).all());
        }
    }

    /** As the cluster's administrator. */
    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", listeners.administration()));
    }

    /** As the cluster's administrator, in the installation of this prefix. */
    public Access access(String topicPrefix) {
        return new Access(
                Map.of("bootstrap.servers", listeners.administration()),
                SerdeSettings.apicurio(schemas),
                TopicCreation.Settings.unreplicated(topicPrefix));
    }

    /** As one of the users, in the installation of this prefix. */
    public Access access(String topicPrefix, String user) {
        return new Access(
                Map.of(
                        "bootstrap.servers",
                        "localhost:" + port(SecuredBroker.PLAIN),
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        "%s username=\"%s\" password=\"%s\";"
                                .formatted(PLAIN_LOGIN, user, password(user))),
                SerdeSettings.apicurio(schemas),
                TopicCreation.Settings.unreplicated(topicPrefix));
    }

    /** The registry, which asks for the user {@code schemas}. */
    public String registry() {
        return registryGate.address();
    }

    public String database() {
        return database.url();
    }

    /** A port that is free. */
    public int anyPort() {
        return ports.any();
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

    /** Where the containers of an installation run. */
    public Containers containers() {
        return containers;
    }

    @Override
    public void close() {
        microsoft.close();
        tokens.close();
        registryGate.close();
        broker.kill();
        database.close();
        probes.close();
        workspace.close();
    }
}
