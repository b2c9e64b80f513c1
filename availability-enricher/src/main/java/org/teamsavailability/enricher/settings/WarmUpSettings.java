package org.teamsavailability.enricher.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.teamsavailability.service.settings.Checks;

/**
 * How much is run before the service is ready, so that its first answers are not late.
 *
 * @param requests at most so many synthetic requests, 0 to 100,000; 0 = no warm-up
 * @param atMost the longest time it may take, 0 s to 60 s
 */
@ConfigurationProperties("teams-availability.warm-up")
public record WarmUpSettings(
        @DefaultValue("2000") int requests, @DefaultValue("10s") Duration atMost) {

    public WarmUpSettings {
        Checks.between("teams-availability.warm-up.requests", requests, 0, 100_000);
        Checks.between("teams-availability.warm-up.at-most (ms)", atMost.toMillis(), 0, 60_000);
    }
}
