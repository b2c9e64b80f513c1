package org.teamsavailability.localstack.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.administration.DeskPlan;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.simulator.dataset.Dataset;

/**
 * What a stack is made of.
 *
 * @param installation where the registry and the services are
 * @param ports where its servers listen
 * @param topicPrefix the prefix of the topics' names, may be empty
 * @param microsoft what the simulator knows; null where a real Microsoft, or somebody's double of
 *     it, is named in the environment of this process
 * @param mappingService whether there is one, with its database
 * @param desks service desks that are set up through it, as administrators do
 * @param connections rows of the connection topic, published before the enricher starts
 * @param mappings rows of the mapping topic, published before the enricher starts
 * @param serviceEnvironment variables for the services in addition to those the stack sets
 */
public record StackSettings(
        Installation installation,
        Ports ports,
        String topicPrefix,
        @Nullable Dataset microsoft,
        boolean mappingService,
        List<DeskPlan> desks,
        List<ServiceDeskConnection> connections,
        List<TechnicianMapping> mappings,
        Map<String, String> serviceEnvironment) {

    public StackSettings {
        desks = List.copyOf(desks);
        connections = List.copyOf(connections);
        mappings = List.copyOf(mappings);
        serviceEnvironment = Map.copyOf(serviceEnvironment);
    }

    /** Without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return "StackSettings[%d desks, %d technicians]".formatted(desks.size(), mappings.size());
    }
}
