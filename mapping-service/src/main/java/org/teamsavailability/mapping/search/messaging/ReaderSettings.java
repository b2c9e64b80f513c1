package org.teamsavailability.mapping.search.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.teamsavailability.mapping.settings.KafkaSettings;

/** The settings of a consumer that is in no group and whose caller waits. */
public final class ReaderSettings {

    /** How long the brokers may take to answer, because a caller waits. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private ReaderSettings() {}

    /**
     * The settings.
     *
     * @param name what the client is for
     * @param isolation {@code read_committed} or {@code read_uncommitted}
     */
    public static Map<String, Object> of(KafkaSettings kafka, String name, String isolation) {
        var settings = new HashMap<String, Object>(kafka.client());
        int patience = Math.toIntExact(PATIENCE.toMillis());
        settings.put("client.id", kafka.topicPrefix() + "mapping-service-" + name);
        settings.put("isolation.level", isolation);
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        settings.put("default.api.timeout.ms", patience);
        settings.put("request.timeout.ms", patience);
        return settings;
    }
}
