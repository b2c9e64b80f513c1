package org.teamsavailability.systemtests.promises;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything committed to a topic from its beginning, as bytes. Any thread may call any method. */
final class TopicLog implements AutoCloseable {

    private final Consumer<byte[], byte[]> consumer;
    private final Set<TopicPartition> partitions;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    private TopicLog(String kafka, String isolation, List<String> topics) {
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                isolation,
                                ConsumerConfig.EXCLUDE_INTERNAL_TOPICS_CONFIG,
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        this.partitions =
                topics.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(found -> new TopicPartition(found.topic(), found.partition()))
                        .collect(Collectors.toUnmodifiableSet());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    static TopicLog committed(String kafka, String topic) {
        return new TopicLog(kafka, "read_committed", List.of(topic));
    }

    /** Also what was aborted, or has not been committed yet. */
    static TopicLog uncommitted(String kafka, List<String> topics) {
        return new TopicLog(kafka, "read_uncommitted", topics);
    }

    /** All records up to the end that the topic has now, in the order of each partition. */
    synchronized List<ConsumerRecord<byte[], byte[]>> upToNow() {
        var ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(it -> consumer.position(it) < end(ends, it))) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return List.copyOf(records);
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
