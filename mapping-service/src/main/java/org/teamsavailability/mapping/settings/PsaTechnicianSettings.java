package org.teamsavailability.mapping.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.teamsavailability.service.settings.Checks;

/**
 * How the topic {@code psa-technician} is read.
 *
 * @param enabled whether it is read at all: not where technicians come over the API only
 * @param consumers how many threads read it in each instance, 1 to 12, which is one a partition
 * @param longestPause the longest pause between two tries of a record while the database or the
 *     registry is unavailable, 100 ms to 60 s
 */
@ConfigurationProperties("teams-availability.psa-technicians")
public record PsaTechnicianSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("3") int consumers,
        @DefaultValue("15s") Duration longestPause) {

    public PsaTechnicianSettings {
        Checks.between("teams-availability.psa-technicians.consumers", consumers, 1, 12);
        Checks.between(
                "teams-availability.psa-technicians.longest-pause (ms)",
                longestPause.toMillis(),
                100,
                60_000);
    }
}
