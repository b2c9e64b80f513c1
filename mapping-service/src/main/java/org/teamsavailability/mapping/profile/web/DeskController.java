package org.teamsavailability.mapping.profile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.profile.DeskProfiles;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;

/** The caller's desk. */
@RestController
@Tag(name = "Settings")
@RequestMapping("/public-api/desk")
class DeskController {

    private static final int LONGEST = 64;

    private final DeskProfiles profiles;

    DeskController(DeskProfiles profiles) {
        this.profiles = profiles;
    }

    /** The desk of the key. */
    @Schema(name = "Desk")
    record Desk(String serviceDeskId, String timeZone) {

        static Desk of(Caller caller, ZoneId timeZone) {
            return new Desk(
                    caller.serviceDeskId(),
                    timeZone.equals(ZoneOffset.UTC) ? "UTC" : timeZone.getId());
        }
    }

    /** What can be changed of it, where nothing may be left out. */
    @Schema(name = "DeskRequest")
    record Wish(@NotNull String timeZone) {

        private ZoneId checked() {
            if (timeZone.length() > LONGEST || !ZoneId.getAvailableZoneIds().contains(timeZone)) {
                throw Problem.invalid(
                        FieldError.at(
                                "/timeZone",
                                "is no time zone of the IANA database, use one such as"
                                        + " Europe/Berlin, America/New_York or UTC"));
            }
            return ZoneId.of(timeZone);
        }
    }

    @Operation(
            operationId = "getDesk",
            summary = "Read the service desk",
            description =
                    "The service desk of the API key, and the time zone in which its people are"
                            + " shown times.")
    @GetMapping
    Desk get(@AuthenticationPrincipal Caller caller) {
        return Desk.of(caller, profiles.timeZone(caller.serviceDeskId()));
    }

    @Operation(
            operationId = "putDesk",
            summary = "Change the service desk",
            description =
                    "Sets the time zone in which people are shown times. The times of the API stay"
                            + " in UTC.")
    @PutMapping
    Desk put(@AuthenticationPrincipal Caller caller, @RequestBody @Valid Wish wish) {
        var timeZone = wish.checked();
        profiles.setTimeZone(caller.serviceDeskId(), timeZone, caller.actor());
        return Desk.of(caller, timeZone);
    }
}
