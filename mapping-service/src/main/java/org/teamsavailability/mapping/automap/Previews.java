package org.teamsavailability.mapping.automap;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftTenant;

/** The dry runs that requests for a run name, because somebody looked at their review. */
final class Previews {

    private final Runs runs;

    Previews(Runs runs) {
        this.runs = runs;
    }

    /**
     * The state that the dry run decided on, which is the state now.
     *
     * @return null where the request names no dry run
     * @throws org.teamsavailability.mapping.refusal.RefusedException an {@link AutoMapRefusal}
     *     where there is no such dry run, it read other Teams, or something changed since
     */
    @Nullable DeskState decidedOn(String serviceDeskId, RunRequest wish, MicrosoftTenant tenant) {
        var runId = wish.ifUnchangedSince();
        if (runId == null) {
            return null;
        }
        var preview = runs.preview(serviceDeskId, runId);
        if (preview == null) {
            throw new AutoMapRefusal.NoPreview(runId).exception();
        }
        if (!preview.isOf(wish.teamIds())) {
            throw new AutoMapRefusal.PreviewOfOtherTeams(runId).exception();
        }
        if (!DeskState.of(tenant, runs.technicians(serviceDeskId)).equals(preview.decidedOn())) {
            throw new AutoMapRefusal.PreviewOutdated(runId).exception();
        }
        return preview.decidedOn();
    }
}
