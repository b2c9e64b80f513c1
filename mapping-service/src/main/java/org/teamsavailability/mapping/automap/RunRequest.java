package org.teamsavailability.mapping.automap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be run.
 *
 * @param teamIds the Teams to read, one named twice is one; empty for all of the tenant
 * @param dryRun whether the mapping is left as it is
 * @param confirmClears how many mappings the run may clear, exactly; null where that is not said,
 *     which lets it clear only a few
 * @param ifUnchangedSince a dry run of the same Teams: where the desk's tenant, a technician or a
 *     mapping was changed since, nothing is run; null to run in any case
 */
public record RunRequest(
        List<UUID> teamIds,
        boolean dryRun,
        @Nullable Integer confirmClears,
        @Nullable UUID ifUnchangedSince) {

    /** All Teams of the tenant. */
    public static final RunRequest FULL = new RunRequest(List.of(), false, null, null);

    public RunRequest {
        teamIds = List.copyOf(new LinkedHashSet<>(teamIds));
        if (confirmClears != null && (dryRun || !teamIds.isEmpty())) {
            throw new IllegalArgumentException("Only a full run that changes something clears");
        }
        if (ifUnchangedSince != null && dryRun) {
            throw new IllegalArgumentException("A dry run is no follow-up of another");
        }
    }
}
