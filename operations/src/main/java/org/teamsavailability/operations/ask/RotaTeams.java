package org.teamsavailability.operations.ask;

import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

/** Puts GUIDs in the place of the names that people may use. */
public final class RotaTeams {

    private final RotaNames names;

    public RotaTeams(RotaNames names) {
        this.names = names;
    }

    /** The same request with the names of its desk's teams replaced; anything else stays. */
    public DispatchRequested resolve(DispatchRequested request) {
        var known = names.of(request.getServiceDeskId());
        var settings = request.getTeamsAvailability();
        var ids =
                settings.getRotaTeamIds().stream()
                        .map(team -> known.getOrDefault(team, team))
                        .toList();
        return DispatchRequested.newBuilder(request)
                .setTeamsAvailability(
                        TeamsAvailabilitySettings.newBuilder(settings).setRotaTeamIds(ids).build())
                .build();
    }
}
