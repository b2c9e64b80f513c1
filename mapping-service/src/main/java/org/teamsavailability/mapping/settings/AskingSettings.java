package org.teamsavailability.mapping.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.teamsavailability.service.settings.Checks;

/**
 * How requests that ask over HTTP are taken.
 *
 * @param callsPerMinute of one API key at one instance, 1 to 1,000,000
 * @param waiting how many calls may wait at one instance, 1 to 8,000
 * @param waitingPerDesk how many of them may be of one service desk, 1 to 8,000
 * @param publishWithin from when a request is stored until its record has reached Kafka or never
 *     does, 2 s to 60 s
 * @param searchSize how much of a partition one call reads to find a record, 1 MB to 1 GB
 * @param searchWithin how long this may take, 100 ms to 30 s
 * @param idleAfter for how long nobody waits before the consumer of the answers is closed, 1 s to 1
 *     day
 */
@ConfigurationProperties("teams-availability.asking")
public record AskingSettings(
        @DefaultValue("30000") int callsPerMinute,
        @DefaultValue("2000") int waiting,
        @DefaultValue("200") int waitingPerDesk,
        @DefaultValue("5s") Duration publishWithin,
        @DefaultValue("64MB") DataSize searchSize,
        @DefaultValue("2s") Duration searchWithin,
        @DefaultValue("5m") Duration idleAfter) {

    private static final String PREFIX = "teams-availability.asking.";
    private static final int MOST_CALLS = 8_000;

    public AskingSettings {
        between("calls-per-minute", callsPerMinute, 1, 1_000_000);
        between("waiting", waiting, 1, MOST_CALLS);
        between("waiting-per-desk", waitingPerDesk, 1, MOST_CALLS);
        between("publish-within (ms)", publishWithin.toMillis(), 2_000, 60_000);
        between("search-size (bytes)", searchSize.toBytes(), 1_048_576, 1_073_741_824);
        between("search-within (ms)", searchWithin.toMillis(), 100, 30_000);
        between("idle-after (ms)", idleAfter.toMillis(), 1_000, 86_400_000);
    }

    private static void between(String name, long value, long low, long high) {
        Checks.between(PREFIX + name, value, low, high);
    }
}
