package org.teamsavailability.mapping.automap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.automap.AutoMap;

/** What the caller's desk wants to happen by itself. */
@RestController
@Tag(name = "Settings")
@RequestMapping("/public-api/teams-availability/settings")
class SettingsController {

    private final AutoMap autoMap;

    SettingsController(AutoMap autoMap) {
        this.autoMap = autoMap;
    }

    /**
     * The settings.
     *
     * @param dailyAutoMap whether a full auto-map runs once a day
     */
    @Schema(name = "Settings")
    record Settings(boolean dailyAutoMap) {}

    /** The same as a wish, where nothing may be left out. */
    @Schema(name = "SettingsRequest")
    record Wish(@NotNull Boolean dailyAutoMap) {}

    @Operation(
            operationId = "getSettings",
            summary = "Read the settings",
            description = "What the desk wants to happen by itself.")
    @GetMapping
    Settings get(@AuthenticationPrincipal Caller caller) {
        return new Settings(autoMap.isDaily(caller.serviceDeskId()));
    }

    @Operation(
            operationId = "putSettings",
            summary = "Change the settings",
            description = "Replaces all settings, none may be left out.")
    @PutMapping
    Settings put(@AuthenticationPrincipal Caller caller, @RequestBody @Valid Wish wish) {
        boolean daily = wish.dailyAutoMap();
        autoMap.setDaily(caller.serviceDeskId(), daily, caller.actor());
        return new Settings(daily);
    }
}
