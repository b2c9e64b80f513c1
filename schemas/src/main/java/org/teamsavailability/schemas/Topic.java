package org.teamsavailability.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A topic as it is declared: what is on it and how the broker keeps it.
 *
 * @param name its name without the installation's prefix
 * @param key what its keys are, in words; on the wire a UTF-8 string
 * @param value the record its values are; null where they are kept unchanged
 * @param partitions how many partitions it has, for life: order depends on it
 * @param cleanup how the broker cleans it
 * @param retention how long the broker keeps a record; null for compact topics
 * @param settings further topic configuration, by Kafka's names
 */
public record Topic(
        String name,
        String key,
        @Nullable Class<? extends SpecificRecord> value,
        int partitions,
        Cleanup cleanup,
        @Nullable Duration retention,
        Map<String, String> settings) {

    /** How the broker cleans a topic. */
    public enum Cleanup {
        /** Records go when their retention has passed. */
        DELETE,
        /** The latest record of each key stays. */
        COMPACT;

        /** The value of Kafka's {@code cleanup.policy}. */
        public String policy() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Topic {
        settings = Map.copyOf(settings);
        if ((cleanup == Cleanup.DELETE) != (retention != null)) {
            throw new IllegalArgumentException(
                    "Topic " + name + ": a retention belongs to a topic that is cleaned by DELETE");
        }
    }

    /** The topic's name in an installation with this prefix, which may be empty. */
    public String nameIn(String prefix) {
        return prefix + name;
    }

    /** The subject its value schema is registered under: {@code <topic>-value}. */
    public String subjectIn(String prefix) {
        return nameIn(prefix) + "-value";
    }

    /** The topic's whole configuration, by Kafka's names, replication left out. */
    public Map<String, String> configuration() {
        var all = new LinkedHashMap<String, String>();
        all.put("cleanup.policy", cleanup.policy());
        if (retention != null) {
            all.put("retention.ms", Long.toString(retention.toMillis()));
        }
        all.putAll(settings);
        return all;
    }
}
