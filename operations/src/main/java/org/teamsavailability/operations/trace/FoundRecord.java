package org.teamsavailability.operations.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Comparator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of the request that is looked for, on one of the topics.
 *
 * @param topic its name here, prefix included
 * @param at the record's timestamp
 * @param key the record's key as text; empty where it has none
 * @param value what it is; null where it cannot be read
 */
record FoundRecord<T>(
        String topic, int partition, long offset, Instant at, String key, @Nullable T value) {

    /** By partition and offset. */
    static final Comparator<FoundRecord<?>> IN_ORDER =
            Comparator.<FoundRecord<?>>comparingInt(FoundRecord::partition)
                    .thenComparingLong(FoundRecord::offset);

    static <T> FoundRecord<T> of(ConsumerRecord<byte[], byte[]> record, @Nullable T value) {
        return new FoundRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.key() == null ? "" : new String(record.key(), UTF_8),
                value);
    }

    /** {@code partition:offset}. */
    String place() {
        return partition + ":" + offset;
    }
}
