package org.teamsavailability.localstack.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.process.Ports;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.simulator.dataset.Dataset;

/**
 * What a stack is made of.
 *
 * @param installation where the registry and the services are
 * @param ports where its servers listen
 * @param topicPrefix the prefix of the topics' names, may be empty
 * @param microsoft what the simulator knows; null where a real Microsoft, or somebody's double of
 *     it, is named in the environment of this process
 * @param connections rows of the connection topic, published before the enricher starts
 * @param mappings rows of the mapping topic, published before the enricher starts
 * @param enricherEnvironment variables for the enricher beside those the stack sets
 */
public record StackSettings(
        Installation installation,
        Ports ports,
        String topicPrefix,
        @Nullable Dataset microsoft,
        List<ServiceDeskConnection> connections,
        List<TechnicianMapping> mappings,
        Map<String, String> enricherEnvironment) {

    public StackSettings {
        connections = List.copyOf(connections);
        mappings = List.copyOf(mappings);
        enricherEnvironment = Map.copyOf(enricherEnvironment);
    }

    /** Without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return "StackSettings[" + mappings.size() + " technicians]";
    }
}
