package org.teamsavailability.localstack.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.access.Answers;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.servers.Broker;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.servers.process.Workspace;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Dataset;

/**
 * Broker, registry, database, simulator and both services, where the broker asks everybody for a
 * name and a password and allows only what an entry allows. An administrator has a listener of its
 * own, without either.
 */
public final class GuardedStack implements AutoCloseable {

    private static final List<String> USERS =
            List.of("enricher", "mapping-service", "dispatch", "psa", "ops");

    private final Workspace workspace = Workspace.create();
    private final Probes probes = new Probes();
    private final Ports ports = Ports.anyFree();
    private final Installation home = Installation.ofThisProcess();
    private final int administration = ports.any();
    private final int guarded = ports.any();
    private final int management = ports.any();
    private final Database database = new Database(workspace, home, ports.any());
    private final Server broker;
    private final Server registry;
    private final Server enricher;
    private final Server mappingService;
    private final GraphSimulator microsoft =
            GraphSimulator.start(Dataset.of(), SimulatorSettings.defaults().withPort(0));
    private final Endpoints endpoints;

    /** Chooses the ports; starts nothing but the simulator yet. */
    public GuardedStack(String topicPrefix) {
        int schemas = ports.any();
        int api = ports.any();
        endpoints =
                new Endpoints(
                        "localhost:" + guarded,
                        "http://localhost:" + schemas,
                        "http://localhost:" + management,
                        "http://localhost:" + api,
                        database.url(),
                        null,
                        topicPrefix);
        int control = ports.any();
        broker =
                new Server(
                        workspace,
                        Broker.launch(workspace, administration, control, probes, guard(control)));
        registry =
                new Server(
                        workspace, Registry.launch(workspace, home, schemas, ports.any(), probes));
        var services = new Services(workspace, home, endpoints, probes);
        enricher = services.enricher(management, environment("enricher"));
        mappingService =
                services.mappingService(
                        api,
                        ports.any(),
                        environment("mapping-service"),
                        Database.environment(database.url()));
    }

    private Map<String, String> guard(int control) {
        var plain = "org.apache.kafka.common.security.plain.PlainLoginModule required";
        var passwords =
                USERS.stream()
                        .map(user -> " user_%s=\"%s\"".formatted(user, password(user)))
                        .collect(Collectors.joining());
        return Map.of(
                "listeners",
                "CLIENTS://localhost:%d,GUARDED://localhost:%d,CONTROL://localhost:%d"
                        .formatted(administration, guarded, control),
                "advertised.listeners",
                "CLIENTS://localhost:%d,GUARDED://localhost:%d".formatted(administration, guarded),
                "listener.security.protocol.map",
                "CLIENTS:PLAINTEXT,GUARDED:SASL_PLAINTEXT,CONTROL:PLAINTEXT",
                "listener.name.guarded.sasl.enabled.mechanisms",
                "PLAIN",
                "listener.name.guarded.plain.sasl.jaas.config",
                plain + passwords + ";",
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users",
                "User:ANONYMOUS",
                "allow.everyone.if.no.acl.found",
                "false");
    }

    private Map<String, String> environment(String user) {
        var environment = new HashMap<String, String>();
        environment.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
        environment.put("KAFKA_SECURITY_SASL_MECHANISM", "PLAIN");
        environment.put("KAFKA_SECURITY_SASL_JAAS_CONFIG", login(user));
        environment.put("MICROSOFT_LOGIN_URL", microsoft.loginUrl());
        environment.put("MICROSOFT_GRAPH_URL", microsoft.graphUrl());
        environment.put("MICROSOFT_CLIENT_ID", "00000000-0000-4000-8000-000000009700");
        environment.put("MICROSOFT_CLIENT_SECRET", "any secret opens the simulator");
        return environment;
    }

    private static String password(String user) {
        return "password-of-" + user;
    }

    private static String login(String user) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password(user));
    }

    /** How this user reaches the installation. */
    public Access as(String user) {
        return new Access(
                Map.of(
                        "bootstrap.servers",
                        endpoints.kafka(),
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        login(user)),
                SerdeSettings.apicurio(endpoints.registry()),
                TopicCreation.Settings.unreplicated(endpoints.topicPrefix()));
    }

    /** Starts what the services need. */
    public void startGround() {
        Together.run(broker::start, registry::start, database::start);
    }

    /** As the administrator of the cluster. */
    public void allow(List<AclBinding> entries) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", "localhost:" + administration))) {
            Answers.of(admin.createAcls(entries).all());
        }
    }

    /** Starts both services. */
    public void startServices() {
        Together.run(enricher::start, mappingService::start);
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public Server enricher() {
        return enricher;
    }

    public Server mappingService() {
        return mappingService;
    }

    @Override
    public void close() {
        Together.run(enricher::stop, mappingService::stop);
        microsoft.close();
        registry.kill();
        broker.kill();
        database.close();
        probes.close();
        workspace.close();
    }
}
