package org.teamsavailability.mapping.technician.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.technician.IgnoredTechnicians;
import org.teamsavailability.mapping.technician.ManualMappings;

/** Says that a technician never uses Teams, and undoes it. */
@RestController
@Tag(name = "Technicians")
class IgnoredController {

    private final IgnoredTechnicians technicians;

    IgnoredController(IgnoredTechnicians technicians) {
        this.technicians = technicians;
    }

    /** Whether the technician is ignored. */
    @Schema(name = "IgnoredRequest")
    record Wish(@NotNull Boolean ignored) {}

    @Operation(
            operationId = "putIgnored",
            summary = "Ignore a technician",
            description =
                    "An ignored technician never uses Teams: auto-map leaves them out, and their"
                        + " mapping stays stored but is not published, so requests have them as not"
                        + " mapped. false undoes it. The response has the new ETag.")
    @ApiResponse(
            responseCode = "200",
            description = "The technician, as they are now",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "412", description = "If-Match is not the ETag of the technician")
    @PutMapping("/public-api/technicians/{technicianId}/ignored")
    ResponseEntity<TechnicianAnswer> put(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String technicianId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Wish wish) {
        var change =
                new ManualMappings.Change(
                        caller.serviceDeskId(),
                        TechnicianPath.id(technicianId),
                        caller.actor(),
                        new IfMatch(ifMatch));
        return TechnicianAnswer.tagged(technicians.set(change, wish.ignored()));
    }
}
