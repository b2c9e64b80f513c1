package org.teamsavailability.mapping.availability.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request: the fields of DispatchRequested without the service desk. Instants are
 * texts here, so that a number is never taken for one. {@link BodyCheck} says what is missing.
 */
@Schema(name = "AvailabilityRequest")
public record AvailabilityRequestBody(
        @Nullable String requestId,
        String ticketId,
        @Nullable String ticketPriority,
        @Nullable String workflowId,
        @Nullable String executionId,
        String mode,
        @Nullable String requestedAt,
        @Nullable String respondBy,
        @Nullable SlotBody proposedSlot,
        @Nullable SlotBody planningWindow,
        List<@Nullable CandidateBody> candidates,
        SettingsBody teamsAvailability) {

    /** A span of time. */
    @Schema(name = "Slot")
    public record SlotBody(String start, @Nullable String end) {}

    /** A technician who is considered. */
    @Schema(name = "Candidate")
    public record CandidateBody(String technicianId, @Nullable SlotBody proposedSlot) {}

    /** The settings of the workflow. */
    @Schema(name = "TeamsAvailabilitySettings")
    public record SettingsBody(
            Boolean enabled,
            List<@Nullable String> rotaTeamIds,
            @Nullable String customInstructions) {}

    /** Leaves out what the request says. */
    @Override
    public String toString() {
        return "AvailabilityRequestBody[]";
    }
}
