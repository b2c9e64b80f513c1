package org.teamsavailability.mapping.automap;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A dry run that has ended.
 *
 * @param teamIds the Teams that it read; empty for all of the tenant
 * @param decidedOn the state of the desk that it decided on
 */
public record Preview(UUID runId, List<UUID> teamIds, DeskState decidedOn) {

    public Preview {
        teamIds = List.copyOf(teamIds);
    }

    /** Whether it read these Teams, in any order. */
    boolean isOf(List<UUID> teams) {
        return Set.copyOf(teamIds).equals(Set.copyOf(teams));
    }
}
