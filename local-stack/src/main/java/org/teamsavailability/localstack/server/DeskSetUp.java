package org.teamsavailability.localstack.server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.teamsavailability.localstack.administration.Administrator;
import org.teamsavailability.localstack.administration.DeskKeys;
import org.teamsavailability.localstack.administration.DeskPlan;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.localstack.traffic.TableWatch;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.simulator.GraphSimulator;

/**
 * The way of service desks into the stack.
 *
 * @param databaseEnvironment where the mapping-service's database is
 */
record DeskSetUp(
        Installation installation,
        Endpoints endpoints,
        Map<String, String> databaseEnvironment,
        List<DeskPlan> desks) {

    private static final Duration PUBLISHED_WITHIN = Duration.ofSeconds(30);

    /** Makes the desks and gives their first keys. */
    Map<String, String> createDesks() {
        return desks.isEmpty()
                ? Map.of()
                : DeskKeys.create(
                        MappingService.command(installation),
                        databaseEnvironment,
                        desks.stream().map(DeskPlan::id).toList());
    }

    /** Connects and maps them as administrators do, and returns when that is published. */
    int connect(String service, GraphSimulator microsoft, Map<String, String> keys) {
        int matched = 0;
        try (var administrator = new Administrator(service, microsoft)) {
            for (var desk : desks) {
                matched += administrator.setUp(desk, keys.getOrDefault(desk.id(), ""));
            }
        }
        awaitRows(Topics.SERVICE_DESK_CONNECTION, desks.size());
        awaitRows(Topics.TECHNICIAN_MAPPING, matched);
        return matched;
    }

    private void awaitRows(Topic topic, int number) {
        try (var table = new TableWatch(endpoints, topic)) {
            table.awaitRows(number, PUBLISHED_WITHIN);
        }
    }
}
