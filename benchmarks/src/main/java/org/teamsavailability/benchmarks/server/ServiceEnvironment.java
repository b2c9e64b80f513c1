package org.teamsavailability.benchmarks.server;

import java.util.HashMap;
import java.util.Map;

/** The variables that both services need. */
final class ServiceEnvironment {

    private static final String CLIENT_ID = "00000000-0000-4000-8000-000000009700";

    private ServiceEnvironment() {}

    /** A new map: where Kafka, the registry, the topics and the simulator are. */
    static Map<String, String> of(Servers servers, String topicPrefix) {
        var environment = new HashMap<String, String>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafka());
        environment.put("SCHEMA_REGISTRY_URL", servers.registry());
        environment.put("TOPIC_PREFIX", topicPrefix);
        environment.put("MICROSOFT_LOGIN_URL", servers.simulator());
        environment.put("MICROSOFT_GRAPH_URL", servers.simulator() + "/v1.0");
        environment.put("MICROSOFT_CLIENT_ID", CLIENT_ID);
        environment.put("MICROSOFT_CLIENT_SECRET", "any secret opens the simulator");
        return environment;
    }
}
