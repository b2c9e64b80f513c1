package org.teamsavailability.mapping.availability;

import java.time.Instant;
import java.util.List;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;
import org.teamsavailability.schemas.json.RecordWriter;

/** The records of the body that {@link AskingOverKafkaTest} sends. */
record AskedRequests(String serviceDeskId) {

    DispatchRequested of(String requestId, Instant requestedAt) {
        return DispatchRequested.newBuilder()
                .setRequestId(requestId)
                .setServiceDeskId(serviceDeskId)
                .setTicketId("T-1")
                .setTicketPriority("canary-priority")
                .setMode(DispatchMode.AI)
                .setRequestedAt(requestedAt)
                .setCandidates(
                        List.of(Candidate.newBuilder().setTechnicianId("canary-anna").build()))
                .setTeamsAvailability(
                        TeamsAvailabilitySettings.newBuilder()
                                .setEnabled(true)
                                .setRotaTeamIds(List.of())
                                .setCustomInstructions("canary-instruction")
                                .build())
                .build();
    }

    /** As the service hashes it when the body does not say when it was written. */
    RequestHash hashOf(String requestId) {
        return RequestHash.of(RecordWriter.write(of(requestId, Instant.EPOCH)).toString());
    }
}
