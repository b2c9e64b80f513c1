package org.teamsavailability.mapping.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.teamsavailability.service.settings.Checks;

/**
 * How changes reach the topics.
 *
 * @param enabled whether this instance takes part in publishing; at least one must
 * @param poll how long it waits before it looks for changes again, 10 ms to 10 s; a change is
 *     published after half of it on average
 * @param batchSize most records of one transaction, 1 to 5,000
 */
@ConfigurationProperties("teams-availability.publishing")
public record PublishingSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("500") int batchSize) {

    public PublishingSettings {
        Checks.between("teams-availability.publishing.poll (ms)", poll.toMillis(), 10, 10_000);
        Checks.between("teams-availability.publishing.batch-size", batchSize, 1, 5_000);
    }
}
