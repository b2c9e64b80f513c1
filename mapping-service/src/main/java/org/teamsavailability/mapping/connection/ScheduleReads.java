package org.teamsavailability.mapping.connection;

import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.teamsavailability.graph.MicrosoftTenant;

/** One read of Microsoft's: whether a Team has a Shifts schedule. */
@FunctionalInterface
public interface ScheduleReads {

    /**
     * Asks Microsoft once; needs Schedule.Read.All.
     *
     * @return whether the schedule is enabled and provisioned; fails with a {@link
     *     org.teamsavailability.graph.GraphException}, of {@link
     *     org.teamsavailability.graph.GraphFailure.NotProvisioned} where the Team has none
     */
    CompletionStage<Boolean> provisioned(MicrosoftTenant tenant, UUID team);
}
