package org.teamsavailability.mapping.technician.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
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
import org.teamsavailability.mapping.technician.ManualMappings;
import org.teamsavailability.mapping.technician.NamedAccount;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.schemas.Guids;

/** Maps a technician by hand. */
@RestController
@Tag(name = "Technicians")
class TeamsMappingController {

    private final ManualMappings mappings;

    TeamsMappingController(ManualMappings mappings) {
        this.mappings = mappings;
    }

    /** Both fields map the technician, neither (null or empty) removes the mapping. */
    @Schema(name = "TeamsMappingRequest")
    record Wish(@Nullable String microsoftUserId, @Nullable String userPrincipalName) {

        /** Leaves the sign-in name out. */
        @Override
        public String toString() {
            return "Wish[" + microsoftUserId + "]";
        }
    }

    @Operation(
            operationId = "putTeamsMapping",
            summary = "Map a technician by hand",
            description =
                    "Both fields map the technician, and neither (null or empty) removes the"
                            + " mapping. The response has the new ETag.")
    @ApiResponse(
            responseCode = "200",
            description = "The technician, as mapped now",
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "No tenant is connected, or the account is another technician's")
    @ApiResponse(responseCode = "412", description = "If-Match is not the ETag of the technician")
    @ApiResponse(
            responseCode = "502",
            description = "Microsoft refused, or its answer cannot be used")
    @ApiResponse(
            responseCode = "503",
            description = "Microsoft cannot be reached, or throttles: see Retry-After")
    @PutMapping("/public-api/technicians/{technicianId}/teams-mapping")
    ResponseEntity<TechnicianAnswer> put(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String technicianId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Wish wish)
            throws InterruptedException {
        var change =
                new ManualMappings.Change(
                        caller.serviceDeskId(),
                        TechnicianPath.id(technicianId),
                        caller.actor(),
                        new IfMatch(ifMatch));
        var account = account(wish);
        return TechnicianAnswer.tagged(
                account == null ? mappings.remove(change) : mappings.set(change, account));
    }

    private static @Nullable NamedAccount account(Wish wish) {
        var id = given(wish.microsoftUserId());
        var name = given(wish.userPrincipalName());
        if (id == null && name == null) {
            return null;
        }
        if (id == null || name == null) {
            throw Problem.invalid(
                    FieldError.at(
                            id == null ? "/microsoftUserId" : "/userPrincipalName",
                            "is empty: fill in both microsoftUserId and userPrincipalName, or clear"
                                    + " both to remove the mapping"));
        }
        if (!Guids.isGuid(id)) {
            throw Problem.invalid(
                    FieldError.at(
                            "/microsoftUserId",
                            "is not a GUID, use the object id of the user as"
                                    + " 11111111-2222-3333-4444-555555555555"));
        }
        return new NamedAccount(UUID.fromString(id.toLowerCase(Locale.ROOT)), name);
    }

    private static @Nullable String given(@Nullable String field) {
        return field == null || field.isBlank() ? null : field.strip();
    }
}
