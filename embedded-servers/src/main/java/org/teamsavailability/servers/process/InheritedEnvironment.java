package org.teamsavailability.servers.process;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a server inherits of the environment of this process: all but the variables by which another
 * installation's servers are configured. A shell that is set up for that installation would
 * otherwise send a local server to its brokers, or have it listen on its ports.
 */
public final class InheritedEnvironment {

    private static final List<String> PREFIXES =
            List.of(
                    "KAFKA_",
                    "SCHEMA_REGISTRY_",
                    "DATABASE_",
                    "SPRING_",
                    "SERVER_",
                    "MANAGEMENT_",
                    "QUARKUS_",
                    "APICURIO_",
                    "PG");

    private static final Set<String> NAMES =
            Set.of(
                    "INSTANCE_ID",
                    "STATE_DIRECTORY",
                    "TOPIC_PREFIX",
                    "REPLICATION_FACTOR",
                    "MIN_INSYNC_REPLICAS",
                    "TEAMS_AVAILABILITY_PUBLIC_URL",
                    "DEBUG",
                    "TRACE");

    private InheritedEnvironment() {}

    /** Removes them; what a server needs of them is put there afterwards. */
    public static void clean(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name ->
                        NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith));
    }
}
