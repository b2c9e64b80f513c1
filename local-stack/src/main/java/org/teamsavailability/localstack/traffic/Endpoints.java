package org.teamsavailability.localstack.traffic;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.servers.process.StartTimeout;

/**
 * Where a stack is.
 *
 * @param kafka the broker, as {@code localhost:9092}
 * @param registry the schema registry, as {@code http://localhost:8081}
 * @param enricher the enricher's management endpoints, as {@code http://localhost:8088}
 * @param mappingService the mapping-service, as {@code http://localhost:8080}; null where there is
 *     none
 * @param database the mapping-service's database, as a JDBC URL; null where there is none
 * @param simulator the simulator, as {@code http://localhost:9700}; null where there is none
 * @param topicPrefix the prefix of the topics' names, may be empty
 */
public record Endpoints(
        String kafka,
        String registry,
        String enricher,
        @Nullable String mappingService,
        @Nullable String database,
        @Nullable String simulator,
        String topicPrefix) {

    /** How operators reach it: a single broker, without credentials. */
    public Access access() {
        return new Access(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka),
                SerdeSettings.apicurio(registry),
                TopicCreation.Settings.unreplicated(topicPrefix),
                clientPatience());
    }

    /** A fifth of the time that a server may take to start, and no less than usual. */
    private static Duration clientPatience() {
        var part = StartTimeout.get().dividedBy(5);
        return part.compareTo(Access.PATIENCE) > 0 ? part : Access.PATIENCE;
    }
}
