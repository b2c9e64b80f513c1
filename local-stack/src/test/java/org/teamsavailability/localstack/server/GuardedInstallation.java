package org.teamsavailability.localstack.server;

import java.util.HashMap;
import java.util.Map;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.servers.process.Server;

/**
 * Both services on the broker of a {@link SecuredStack}, which asks everybody for a name and a
 * password and allows only what an entry allows.
 */
public final class GuardedInstallation implements AutoCloseable {

    private final SecuredStack ground;
    private final Endpoints endpoints;
    private final Server enricher;
    private final Server mappingService;

    /**
     * Makes its database; starts nothing yet.
     *
     * @param topicPrefix of its topics, such as {@code guarded.}
     */
    public GuardedInstallation(SecuredStack ground, String topicPrefix) {
        this.ground = ground;
        int management = ground.anyPort();
        int api = ground.anyPort();
        var database = ground.anotherDatabase(topicPrefix.replace(".", ""));
        endpoints =
                new Endpoints(
                        "localhost:" + ground.port(SecuredBroker.PLAIN),
                        ground.open(),
                        "http://localhost:" + management,
                        "http://localhost:" + api,
                        database,
                        null,
                        topicPrefix);
        var services = ground.services(endpoints);
        enricher = services.enricher(management, environment("enricher"));
        mappingService =
                services.mappingService(
                        api,
                        ground.anyPort(),
                        environment("mapping-service"),
                        Database.environment(database));
    }

    private Map<String, String> environment(String user) {
        var environment = new HashMap<String, String>();
        environment.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
        environment.put("KAFKA_SECURITY_SASL_MECHANISM", "PLAIN");
        environment.put("KAFKA_SECURITY_SASL_JAAS_CONFIG", login(user));
        environment.put("MICROSOFT_LOGIN_URL", ground.microsoft().loginUrl());
        environment.put("MICROSOFT_GRAPH_URL", ground.microsoft().graphUrl());
        environment.put("MICROSOFT_CLIENT_ID", "00000000-0000-4000-8000-000000009700");
        environment.put("MICROSOFT_CLIENT_SECRET", "any secret opens the simulator");
        return environment;
    }

    private static String login(String user) {
        return "%s username=\"%s\" password=\"%s\";"
                .formatted(SecuredStack.PLAIN_LOGIN, user, SecuredStack.password(user));
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

    /** Starts both services. */
    public void start() {
        Together.run(enricher::start, mappingService::start);
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public Server enricher() {
        return enricher;
    }

    @Override
    public void close() {
        Together.run(enricher::stop, mappingService::stop);
    }
}
