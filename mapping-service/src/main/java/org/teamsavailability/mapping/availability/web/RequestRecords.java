package org.teamsavailability.mapping.availability.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.availability.AskedRequest;
import org.teamsavailability.mapping.availability.RequestHash;
import org.teamsavailability.mapping.availability.web.AvailabilityRequestBody.CandidateBody;
import org.teamsavailability.mapping.availability.web.AvailabilityRequestBody.SettingsBody;
import org.teamsavailability.mapping.availability.web.AvailabilityRequestBody.SlotBody;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Slot;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;
import org.teamsavailability.schemas.json.RecordWriter;

/** Makes the record of a body that was checked. */
final class RequestRecords {

    /** Stands in the hashed form for a time that the body leaves to this service. */
    private static final Instant NOT_GIVEN = Instant.EPOCH;

    private RequestRecords() {}

    /**
     * The request to be published.
     *
     * @param now when it was asked, for a body that does not say so; no part of the hash, because a
     *     repeat comes at another time
     */
    static AskedRequest of(
            AvailabilityRequestBody body, String serviceDeskId, String requestId, Instant now) {
        var given = InstantText.of(body.requestedAt());
        var request =
                DispatchRequested.newBuilder()
                        .setRequestId(requestId)
                        .setServiceDeskId(serviceDeskId)
                        .setTicketId(body.ticketId())
                        .setTicketPriority(body.ticketPriority())
                        .setWorkflowId(body.workflowId())
                        .setExecutionId(body.executionId())
                        .setMode(DispatchMode.valueOf(body.mode()))
                        .setRequestedAt(given == null ? NOT_GIVEN : given)
                        .setRespondBy(InstantText.of(body.respondBy()))
                        .setProposedSlot(slot(body.proposedSlot()))
                        .setPlanningWindow(slot(body.planningWindow()))
                        .setCandidates(
                                body.candidates().stream()
                                        .map(it -> candidate(Objects.requireNonNull(it)))
                                        .toList())
                        .setTeamsAvailability(settings(body.teamsAvailability()));
        var hash = RequestHash.of(RecordWriter.write(request.build()).toString());
        if (given == null) {
            request.setRequestedAt(now.truncatedTo(ChronoUnit.MILLIS));
        }
        return new AskedRequest(request.build(), hash);
    }

    private static Candidate candidate(CandidateBody body) {
        return Candidate.newBuilder()
                .setTechnicianId(body.technicianId())
                .setProposedSlot(slot(body.proposedSlot()))
                .build();
    }

    private static TeamsAvailabilitySettings settings(SettingsBody body) {
        return TeamsAvailabilitySettings.newBuilder()
                .setEnabled(body.enabled())
                .setRotaTeamIds(
                        body.rotaTeamIds().stream().<String>map(Objects::requireNonNull).toList())
                .setCustomInstructions(body.customInstructions())
                .build();
    }

    private static @Nullable Slot slot(@Nullable SlotBody body) {
        return body == null
                ? null
                : Slot.newBuilder()
                        .setStart(Objects.requireNonNull(InstantText.of(body.start())))
                        .setEnd(InstantText.of(body.end()))
                        .build();
    }
}
