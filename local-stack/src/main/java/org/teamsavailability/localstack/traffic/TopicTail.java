package org.teamsavailability.localstack.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.serde.RecordSerdes;

/** Everything committed to a topic from the moment this is opened. For one thread. */
public final class TopicTail<T extends SpecificRecord> implements AutoCloseable {

    private final String topic;
    private final Deserializer<T> values;
    private final Consumer<String, byte[]> consumer;

    private TopicTail(String topic, Deserializer<T> values, Consumer<String, byte[]> consumer) {
        this.topic = topic;
        this.values = values;
        this.consumer = consumer;
    }

    /** Returns when the end of every partition is known, so that nothing later is missed. */
    public static <T extends SpecificRecord> TopicTail<T> open(
            Endpoints stack, RecordSerdes serdes, Topic topic, Class<T> type) {
        var name = topic.nameIn(stack.topicPrefix());
        var consumer = KafkaClients.consumer(stack);
        var partitions =
                consumer.partitionsFor(name).stream()
                        .map(partition -> new TopicPartition(name, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
        return new TopicTail<>(name, serdes.forValue(type).deserializer(), consumer);
    }

    /** What has come since the last call; waits so long for the first of it. */
    public List<T> poll(Duration atMost) {
        var values = new ArrayList<T>();
        for (var record : consumer.poll(atMost)) {
            values.add(this.values.deserialize(topic, record.value()));
        }
        return values;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
