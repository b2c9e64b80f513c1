package org.teamsavailability.enricher.stage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

/** Requests as a workflow writes them. */
public final class Requests {

    private Requests() {}

    public static DispatchRequested request(String id, String desk, String ticket) {
        return request(id, desk, ticket, null);
    }

    public static DispatchRequested request(
            String id, String desk, String ticket, @Nullable Instant respondBy) {
        return DispatchRequested.newBuilder()
                .setRequestId(id)
                .setServiceDeskId(desk)
                .setTicketId(ticket)
                .setMode(DispatchMode.AI)
                .setRequestedAt(Instant.parse("2026-03-02T09:00:00Z"))
                .setRespondBy(respondBy)
                .setCandidates(List.of(new Candidate("anna", null)))
                .setTeamsAvailability(new TeamsAvailabilitySettings(true, List.of(), null))
                .build();
    }
}
