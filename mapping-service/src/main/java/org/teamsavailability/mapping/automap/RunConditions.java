package org.teamsavailability.mapping.automap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * What has to hold when a run decides, else it changes nothing.
 *
 * @param confirmed how many mappings it may clear, exactly; null where nobody said
 * @param decidedOn the state that the desk has to be in; null where it may be in any
 */
record RunConditions(@Nullable Integer confirmed, @Nullable DeskState decidedOn) {

    /**
     * Checks the state of the desk.
     *
     * @throws RunFailedException where it is another one
     */
    void check(MicrosoftTenant tenant, List<Technician> technicians) {
        if (decidedOn != null && !decidedOn.equals(DeskState.of(tenant, technicians))) {
            throw new RunFailedException(RunFailure.PREVIEW_OUTDATED);
        }
    }
}
