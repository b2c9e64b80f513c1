package org.teamsavailability.localstack.sample;

import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

/** Lets people name the rota teams of the sample world instead of writing their GUIDs. */
public final class RotaTeams {

    private final SampleDesks desks;

    public RotaTeams(SampleDesks desks) {
        this.desks = desks;
    }

    /** The same request with the names of its desk's teams replaced; anything else stays. */
    public DispatchRequested resolve(DispatchRequested request) {
        var known = desks.teams(request.getServiceDeskId());
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
