package org.teamsavailability.mapping.settings;

import java.util.Map;

/**
 * When a member of a consumer group is taken for gone. After a crash nobody hears its partitions
 * for so long; Kafka's default is 45 s.
 */
public final class GroupTimes {

    /** By Kafka's names, in milliseconds: 10 s, and a sign of life every 2 s. */
    public static final Map<String, Object> SETTINGS =
            Map.of("session.timeout.ms", 10_000, "heartbeat.interval.ms", 2_000);

    private GroupTimes() {}
}
