package org.teamsavailability.mapping.automap.web;

import io.swagger.v3.oas.annotations.media.Schema;
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
    record Settings(boolean dailyAutoMap) {}

    /** The same as a wish, where nothing may be left out. */
    @Schema(name = "DeskSettings")
    record Wish(@NotNull Boolean dailyAutoMap) {}

    @GetMapping
    Settings get(@AuthenticationPrincipal Caller caller) {
        return new Settings(autoMap.isDaily(caller.serviceDeskId()));
    }

    @PutMapping
    Settings put(@AuthenticationPrincipal Caller caller, @RequestBody @Valid Wish wish) {
        boolean daily = wish.dailyAutoMap();
        autoMap.setDaily(caller.serviceDeskId(), daily, caller.actor());
        return new Settings(daily);
    }
}
