package org.teamsavailability.enricher.topology;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The record's own timestamp, or the wall clock where it is negative: Kafka's default dies on that,
 * outside every handler.
 */
final class RecordTime implements TimestampExtractor {

    private final Clock clock;

    RecordTime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : clock.millis();
    }
}
