package org.teamsavailability.enricher.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.teamsavailability.service.settings.Checks;

/**
 * What of the rules can be set for an installation.
 *
 * @param imminentWindow how soon work has to start for a break to block it, bound included, 0 to 24
 *     h
 */
@ConfigurationProperties("teams-availability.decision")
public record DecisionSettings(@DefaultValue("2h") Duration imminentWindow) {

    public DecisionSettings {
        Checks.between(
                "teams-availability.decision.imminent-window (minutes)",
                imminentWindow.toMinutes(),
                0,
                Duration.ofHours(24).toMinutes());
    }
}
