package org.teamsavailability.service.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of the rules can be set for an installation. The enricher decides by it, and the
 * mapping-service says by it what custom instructions do.
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
