package org.teamsavailability.mapping.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.teamsavailability.service.settings.Checks;

/**
 * How decisions and fallbacks are searched for on their topics.
 *
 * @param size how much of a partition one search reads, 1 MB to 1 GB
 * @param within how long one search may take, 100 ms to 30 s
 * @param atATime how many searches may run at one instance, 1 to 64
 * @param atATimePerDesk how many of them may be of one service desk, 1 to 64
 * @param decisionsVisibleTo who may read decisions
 */
@ConfigurationProperties("teams-availability.searches")
public record SearchSettings(
        @DefaultValue("64MB") DataSize size,
        @DefaultValue("2s") Duration within,
        @DefaultValue("8") int atATime,
        @DefaultValue("2") int atATimePerDesk,
        @DefaultValue("readers") DecisionReaders decisionsVisibleTo) {

    private static final String PREFIX = "teams-availability.searches.";
    private static final int MOST_SEARCHES = 64;

    /** Who may read decisions. */
    public enum DecisionReaders {
        /** Everybody who may read what the service keeps of the desk. */
        READERS,
        /** Those who may change it. */
        ADMINISTRATORS
    }

    public SearchSettings {
        between("size (bytes)", size.toBytes(), 1_048_576, 1_073_741_824);
        between("within (ms)", within.toMillis(), 100, 30_000);
        between("at-a-time", atATime, 1, MOST_SEARCHES);
        between("at-a-time-per-desk", atATimePerDesk, 1, MOST_SEARCHES);
    }

    private static void between(String name, long value, long low, long high) {
        Checks.between(PREFIX + name, value, low, high);
    }
}
