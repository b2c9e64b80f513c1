package org.teamsavailability.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

/** Requests and their answers. */
final class Requests {

    static final String DESK = "northwind";

    private Requests() {}

    static DispatchRequested request(String id, @Nullable Instant respondBy) {
        return DispatchRequested.newBuilder()
                .setRequestId(id)
                .setServiceDeskId(DESK)
                .setTicketId("T-" + id)
                .setMode(DispatchMode.AI)
                .setRequestedAt(Instant.parse("2026-03-02T09:00:00Z"))
                .setRespondBy(respondBy)
                .setCandidates(List.of(new Candidate("anna", null), new Candidate("bert", null)))
                .setTeamsAvailability(new TeamsAvailabilitySettings(true, List.of(), null))
                .build();
    }

    /** What the enricher writes, with this text. */
    static CandidateAvailability answer(String desk, String requestId, String runOutput) {
        return CandidateAvailability.newBuilder()
                .setRequestId(requestId)
                .setServiceDeskId(desk)
                .setTicketId("T-" + requestId)
                .setDecidedAt(Instant.parse("2026-03-02T09:00:01Z"))
                .setSource(AvailabilitySource.TEAMS)
                .setFallbacks(List.of())
                .setCandidates(List.of())
                .setInstructions(List.of())
                .setNobodyAvailable(false)
                .setRunOutput(runOutput)
                .setLate(false)
                .build();
    }
}
