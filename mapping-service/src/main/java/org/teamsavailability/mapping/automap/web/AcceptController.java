package org.teamsavailability.mapping.automap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.automap.SuggestionAcceptance;
import org.teamsavailability.mapping.technician.TechnicianText;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;

/** Accepts suggestions of a run. */
@RestController
@Tag(name = "Auto-map")
class AcceptController {

    private static final int MOST = 500;

    private final SuggestionAcceptance acceptance;

    AcceptController(SuggestionAcceptance acceptance) {
        this.acceptance = acceptance;
    }

    /** 1 to 500 technicians with one suggestion each. */
    @Schema(name = "SuggestionsToAccept")
    record Wish(@NotNull List<@Nullable String> technicianIds) {

        private List<String> checked() {
            if (technicianIds.isEmpty() || technicianIds.size() > MOST) {
                throw Problem.invalid(
                        FieldError.at(
                                "/technicianIds",
                                "has %d technicians, name 1 to %d"
                                        .formatted(technicianIds.size(), MOST)));
            }
            var ids = new ArrayList<String>();
            for (int i = 0; i < technicianIds.size(); i++) {
                var id = TechnicianText.trimmed(technicianIds.get(i));
                if (id == null) {
                    throw Problem.invalid(FieldError.at("/technicianIds/" + i, "is missing"));
                }
                ids.add(id);
            }
            return ids;
        }
    }

    /** How many were mapped now, and how many were mapped so before. */
    @Schema(name = "AcceptedSuggestions")
    record Done(int accepted, int unchanged) {}

    @Operation(
            operationId = "acceptSuggestions",
            summary = "Accept suggestions",
            description =
                    "Maps 1 to 500 technicians by hand, each to the one account that the run"
                            + " suggested, all or none. A technician with several suggestions is"
                            + " refused: map them one by one. A repeat changes nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "All of them are mapped",
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description =
                    "The suggestions are not known any more, or something changed since the run:"
                            + " run auto-map again")
    @PostMapping(AutoMapController.PATH + "/{runId}/accept")
    Done accept(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID runId,
            @RequestBody @Valid Wish wish) {
        var done = acceptance.accept(caller.serviceDeskId(), runId, wish.checked(), caller.actor());
        return new Done(done.accepted(), done.unchanged());
    }
}
