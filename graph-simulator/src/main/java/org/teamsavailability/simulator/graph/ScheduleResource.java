package org.teamsavailability.simulator.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Team;

/** Graph's resource type {@code schedule}. */
record ScheduleResource(
        @JsonProperty("@odata.context") String context,
        UUID id,
        boolean enabled,
        String timeZone,
        String provisionStatus,
        @Nullable String provisionStatusCode,
        boolean timeClockEnabled,
        boolean openShiftsEnabled,
        boolean swapShiftsRequestsEnabled,
        boolean offerShiftRequestsEnabled,
        boolean timeOffRequestsEnabled,
        List<String> workforceIntegrationIds) {

    static ScheduleResource of(Team team, String origin) {
        return new ScheduleResource(
                origin + "/v1.0/$metadata#teams('" + team.id() + "')/schedule/$entity",
                team.id(),
                team.enabled(),
                team.timeZone(),
                team.provisionStatus(),
                team.provisionStatusCode(),
                true,
                true,
                true,
                true,
                true,
                List.of());
    }
}
