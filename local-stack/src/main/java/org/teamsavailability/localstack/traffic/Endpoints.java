package org.teamsavailability.localstack.traffic;

import org.jspecify.annotations.Nullable;

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
        String topicPrefix) {}
