package org.teamsavailability.localstack.server;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.servers.Broker;
import org.teamsavailability.servers.process.Ports;

/** The ports of a stack's servers. */
record StackPorts(
        int kafka,
        int registry,
        int enricher,
        int simulator,
        int mappingService,
        int mappingManagement,
        int database) {

    static StackPorts on(Ports ports) {
        return new StackPorts(
                ports.forServer(Broker.USUAL_PORT),
                ports.forServer(Registry.USUAL_PORT),
                ports.forServer(Enricher.USUAL_PORT),
                ports.forServer(Microsoft.USUAL_PORT),
                ports.forServer(MappingService.USUAL_PORT),
                ports.forServer(MappingService.USUAL_MANAGEMENT_PORT),
                ports.forServer(Database.USUAL_PORT));
    }

    /**
     * Where they are then.
     *
     * @param given what runs already; null for servers of this stack
     * @param databaseUrl of this stack, or a given one
     * @param microsoft the simulator's address; null where there is none
     */
    Endpoints endpoints(
            StackSettings settings,
            @Nullable ExternalServers given,
            String databaseUrl,
            @Nullable String microsoft) {
        return new Endpoints(
                given == null ? "localhost:" + kafka : given.kafka(),
                given == null || given.registry() == null
                        ? "http://localhost:" + registry
                        : given.registry(),
                "http://localhost:" + enricher,
                settings.mappingService() ? "http://localhost:" + mappingService : null,
                settings.mappingService() ? databaseUrl : null,
                microsoft,
                settings.topicPrefix());
    }
}
