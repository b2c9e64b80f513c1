package org.teamsavailability.localstack.server;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teamsavailability.localstack.administration.Administrator;
import org.teamsavailability.localstack.administration.DeskKeys;
import org.teamsavailability.localstack.administration.DeskPlan;
import org.teamsavailability.localstack.administration.SimulatorControl;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.localstack.traffic.TableWatch;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;

/**
 * The way of service desks into the stack.
 *
 * @param databaseEnvironment where the mapping-service's database is, among other variables
 */
public record DeskSetUp(
        Installation installation,
        Endpoints endpoints,
        Map<String, String> databaseEnvironment,
        List<DeskPlan> desks) {

    private static final Duration PUBLISHED_WITHIN = Duration.ofSeconds(30);

    /**
     * Makes the desks and gives their first keys.
     *
     * @throws org.teamsavailability.localstack.administration.DesksExistException where they exist
     */
    public Map<String, String> createDesks() {
        return desks.isEmpty()
                ? Map.of()
                : DeskKeys.create(
                        MappingService.command(installation),
                        databaseEnvironment,
                        desks.stream().map(DeskPlan::id).toList());
    }

    /**
     * Connects and maps desks that exist as {@link #connect} did, with keys that end then.
     *
     * @param service the mapping-service, as {@code http://localhost:8080}
     * @param publicUrl where it believes that browsers reach it
     */
    public void connectAgain(String service, String publicUrl) {
        var command = MappingService.command(installation);
        var keys = new LinkedHashMap<String, String>();
        desks.forEach(
                desk -> keys.put(desk.id(), DeskKeys.add(command, databaseEnvironment, desk.id())));
        connect(service, publicUrl, keys);
        try (var microsoft = SimulatorControl.at(endpoints.simulator());
                var administrator = new Administrator(service, publicUrl, microsoft)) {
            keys.values().forEach(administrator::endAddedKeys);
        }
    }

    /**
     * Connects and maps them as administrators do, and returns when that is published.
     *
     * @param service the mapping-service, as {@code http://localhost:8080}
     * @param publicUrl where it believes that browsers reach it
     * @param keys by desk
     * @return how many technicians the auto-map mapped
     */
    public int connect(String service, String publicUrl, Map<String, String> keys) {
        int matched = 0;
        try (var microsoft = SimulatorControl.at(endpoints.simulator());
                var administrator = new Administrator(service, publicUrl, microsoft)) {
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
