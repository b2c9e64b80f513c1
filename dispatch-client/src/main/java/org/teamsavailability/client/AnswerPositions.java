package org.teamsavailability.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Up to where the answers have been read, in every partition of their topic. It outlives a consumer
 * that fails: the next one continues there. For the reader's thread.
 */
final class AnswerPositions {

    private final String topic;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    AnswerPositions(String topic) {
        this.topic = topic;
    }

    /**
     * Assigns all partitions: the first time at their ends, later where reading has stopped.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka does not tell the partitions or ends
     */
    void assign(Consumer<?, ?> consumer) {
        var partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("The topic " + topic + " does not exist");
        }
        if (next.isEmpty()) {
            consumer.assign(partitions);
            next.putAll(consumer.endOffsets(partitions));
        }
        assign(consumer, partitions);
    }

    /** Adds partitions that are new, from their start: no earlier answer can be there. */
    void assignNewPartitions(Consumer<?, ?> consumer) {
        var partitions = partitions(consumer);
        if (partitions.size() > next.size()) {
            assign(consumer, partitions);
        }
    }

    /** Notes that this record was read. */
    void passed(ConsumerRecord<?, ?> record) {
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }

    private void assign(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        partitions.forEach(partition -> next.putIfAbsent(partition, 0L));
        consumer.assign(List.copyOf(next.keySet()));
        next.forEach(consumer::seek);
    }

    /** Out of the consumer's metadata, which it renews by itself; asks Kafka only at the start. */
    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        var partitions = new ArrayList<TopicPartition>();
        for (var partition : consumer.partitionsFor(topic)) {
            partitions.add(new TopicPartition(topic, partition.partition()));
        }
        return partitions;
    }
}
