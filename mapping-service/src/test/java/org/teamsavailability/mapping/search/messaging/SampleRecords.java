package org.teamsavailability.mapping.search.messaging;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Fallback;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.Signal;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

/** Records of one service desk. */
public record SampleRecords(String serviceDeskId) {

    /** A request. */
    public DispatchRequested request(String requestId, Instant at) {
        return DispatchRequested.newBuilder()
                .setRequestId(requestId)
                .setServiceDeskId(serviceDeskId)
                .setTicketId("T-1")
                .setMode(DispatchMode.AI)
                .setRequestedAt(at)
                .setCandidates(List.of(Candidate.newBuilder().setTechnicianId("anna").build()))
                .setTeamsAvailability(
                        TeamsAvailabilitySettings.newBuilder()
                                .setEnabled(true)
                                .setRotaTeamIds(List.of())
                                .build())
                .build();
    }

    /** An answer: without reasons it used Teams. */
    public CandidateAvailability answer(
            String requestId, String ticketId, Instant at, Reason... fallbacks) {
        return answer(requestId, ticketId, null, at, fallbacks);
    }

    /** The same for an execution. */
    public CandidateAvailability answer(
            String requestId,
            String ticketId,
            @Nullable String executionId,
            Instant at,
            Reason... fallbacks) {
        return CandidateAvailability.newBuilder()
                .setRequestId(requestId)
                .setServiceDeskId(serviceDeskId)
                .setTicketId(ticketId)
                .setExecutionId(executionId)
                .setDecidedAt(at)
                .setSource(
                        fallbacks.length == 0
                                ? AvailabilitySource.TEAMS
                                : AvailabilitySource.PSA_ONLY)
                .setFallbacks(Arrays.stream(fallbacks).map(SampleRecords::fallback).toList())
                .setCandidates(List.of())
                .setInstructions(List.of())
                .setNobodyAvailable(false)
                .setRunOutput("run output")
                .setLate(false)
                .build();
    }

    private static Fallback fallback(Reason reason) {
        return Fallback.newBuilder()
                .setReason(reason)
                .setSignal(Signal.BOTH)
                .setMessage("message")
                .build();
    }

    /** A fallback record. */
    public FallbackReason fallback(String requestId, Reason reason, Instant at) {
        return FallbackReason.newBuilder()
                .setRequestId(requestId)
                .setServiceDeskId(serviceDeskId)
                .setTicketId("T-1")
                .setReason(reason)
                .setSignal(Signal.BOTH)
                .setMessage("message")
                .setAffectedCandidates(1)
                .setOccurredAt(at)
                .build();
    }
}
