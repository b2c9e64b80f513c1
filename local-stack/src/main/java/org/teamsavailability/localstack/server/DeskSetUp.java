package org.teamsavailability.localstack.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.administration.Administrator;
import org.teamsavailability.localstack.administration.DeskKeys;
import org.teamsavailability.localstack.administration.DeskPlan;
import org.teamsavailability.localstack.administration.SimulatorControl;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.localstack.traffic.TableWatch;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.servers.process.StartTimeout;

/**
 * The way of service desks into the stack.
 *
 * @param databaseEnvironment where the mapping-service's database is, among other variables
 */
public record DeskSetUp(
        Installation installation,
        Endpoints endpoints,
        RecordSerdes serdes,
        Map<String, String> databaseEnvironment,
        List<DeskPlan> desks) {

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
        awaitConnections();
        awaitMappings(matched);
        return matched;
    }

    private void awaitConnections() {
        try (var table =
                new TableWatch<>(
                        endpoints,
                        serdes,
                        Topics.SERVICE_DESK_CONNECTION,
                        ServiceDeskConnection.class)) {
            table.await(
                    rows -> desks.stream().allMatch(desk -> isPublished(desk, rows.get(desk.id()))),
                    StartTimeout.get());
        }
    }

    private static boolean isPublished(DeskPlan desk, @Nullable ServiceDeskConnection row) {
        var consent = desk.spreading() ? ConsentState.PENDING : ConsentState.GRANTED;
        return row != null && row.getConsent() == consent;
    }

    private void awaitMappings(int number) {
        try (var table =
                new TableWatch<>(
                        endpoints, serdes, Topics.TECHNICIAN_MAPPING, TechnicianMapping.class)) {
            table.await(
                    rows -> rows.values().stream().filter(this::isOfTheseDesks).count() >= number,
                    StartTimeout.get());
        }
    }

    private boolean isOfTheseDesks(TechnicianMapping row) {
        return desks.stream().anyMatch(desk -> desk.id().equals(row.getServiceDeskId()));
    }
}
