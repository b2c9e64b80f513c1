package org.teamsavailability.operations.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.teamsavailability.operations.access.Access;

/** Everything committed to topics up to now, as bytes. */
public final class TopicScan {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(200);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final Access access;

    public TopicScan(Access access) {
        this.access = access;
    }

    /**
     * Hands over the records of this time or later, each partition in its order.
     *
     * @param topics names as they are here, prefix included
     * @throws KafkaException if the broker refuses or falls silent
     */
    public void read(
            List<String> topics, Instant since, Consumer<ConsumerRecord<byte[], byte[]>> heard) {
        read(topics, (_, _) -> true, since, heard);
    }

    /**
     * The same for some partitions only.
     *
     * @param chosen gets the number of a partition, and how many partitions its topic has
     */
    public void read(
            List<String> topics,
            PartitionChoice chosen,
            Instant since,
            Consumer<ConsumerRecord<byte[], byte[]>> heard) {
        try (var consumer = access.consumer()) {
            var partitions = Positions.partitions(consumer, topics, chosen);
            if (partitions.isEmpty()) {
                return;
            }
            consumer.assign(partitions);
            Positions.seek(consumer, partitions, since);
            var ends = consumer.endOffsets(partitions);
            var patience = System.nanoTime() + SILENCE.toNanos();
            while (!Positions.reached(consumer, ends)) {
                var records = consumer.poll(LOOK_AGAIN_AFTER);
                if (!records.isEmpty()) {
                    patience = System.nanoTime() + SILENCE.toNanos();
                } else if (System.nanoTime() > patience) {
                    throw new KafkaException(
                            "No record came for %d s, though the end is not reached"
                                    .formatted(SILENCE.toSeconds()));
                }
                for (var record : records) {
                    if (record.offset() < ends.getOrDefault(partition(record), 0L)) {
                        heard.accept(record);
                    }
                }
            }
        }
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
