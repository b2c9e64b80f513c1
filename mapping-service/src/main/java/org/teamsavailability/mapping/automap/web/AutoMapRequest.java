package org.teamsavailability.mapping.automap.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.automap.RunRequest;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.schemas.Guids;

/**
 * What is to be run.
 *
 * @param teamIds at most 500; null or empty for every Team of the tenant
 * @param dryRun true to leave the mapping as it is
 * @param confirmClears how many mappings a full run may remove, exactly; null to let it remove a
 *     few at most
 * @param ifUnchangedSince the id of a dry run of the same Teams; null to run in any case
 */
record AutoMapRequest(
        @Nullable List<@Nullable String> teamIds,
        @Nullable Boolean dryRun,
        @Nullable Integer confirmClears,
        @Nullable String ifUnchangedSince) {

    private static final int MOST_TEAMS = 500;
    private static final int MOST_CLEARS = 1_000_000;

    /**
     * The run that it asks for.
     *
     * @throws Problem a 422 that names the field, where a value cannot be used
     */
    RunRequest checked() {
        var teams = teams();
        boolean isDry = Boolean.TRUE.equals(dryRun);
        if (confirmClears != null && (confirmClears < 0 || confirmClears > MOST_CLEARS)) {
            throw invalid(
                    "/confirmClears",
                    "is %d, use the number of technicians in heldBack".formatted(confirmClears));
        }
        if (confirmClears != null && (isDry || !teams.isEmpty())) {
            throw invalid(
                    "/confirmClears",
                    "is given with %s, but only a full run that changes something removes mappings: leave one of them out"
                            .formatted(isDry ? "dryRun" : "teamIds"));
        }
        return new RunRequest(teams, isDry, confirmClears, preview(isDry));
    }

    private @Nullable UUID preview(boolean isDry) {
        if (ifUnchangedSince == null) {
            return null;
        }
        if (!Guids.isGuid(ifUnchangedSince)) {
            throw invalid("/ifUnchangedSince", "is not a GUID, use the runId of a dry run");
        }
        if (isDry) {
            throw invalid(
                    "/ifUnchangedSince",
                    "is given with dryRun, but a dry run changes nothing: leave one of them out");
        }
        return UUID.fromString(ifUnchangedSince);
    }

    private List<UUID> teams() {
        var given = teamIds == null ? List.<String>of() : teamIds;
        if (given.size() > MOST_TEAMS) {
            throw invalid(
                    "/teamIds",
                    "has %d Teams, name %d at most, or none for all of the tenant"
                            .formatted(given.size(), MOST_TEAMS));
        }
        var teams = new ArrayList<UUID>();
        for (int i = 0; i < given.size(); i++) {
            teams.add(team(i, given.get(i)));
        }
        return teams;
    }

    private static UUID team(int index, @Nullable String id) {
        if (id == null || !Guids.isGuid(id)) {
            throw invalid(
                    "/teamIds/" + index,
                    "is not a GUID, use the ids of GET /public-api/teams-availability/teams");
        }
        return UUID.fromString(id);
    }

    private static Problem invalid(String pointer, String wrong) {
        return Problem.invalid(FieldError.at(pointer, wrong));
    }
}
