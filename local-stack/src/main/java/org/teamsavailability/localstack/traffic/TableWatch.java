package org.teamsavailability.localstack.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.serde.RecordSerdes;

/** Waits until the rows of a compacted topic are as they should be. For one thread. */
public final class TableWatch<T extends SpecificRecord> implements AutoCloseable {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(100);

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final Deserializer<T> values;
    private final Map<String, T> rows = new HashMap<>();

    /** The serdes stay the caller's. */
    public TableWatch(Endpoints stack, RecordSerdes serdes, Topic topic, Class<T> type) {
        this.topic = topic.nameIn(stack.topicPrefix());
        values = serdes.forValue(type).deserializer();
        consumer = stack.access().consumer();
        var partitions =
                consumer.partitionsFor(this.topic).stream()
                        .map(partition -> new TopicPartition(this.topic, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Returns when the rows, by key, are as they should be.
     *
     * @throws IllegalStateException where they are not in time
     */
    public void await(Predicate<Map<String, T>> asTheyShouldBe, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!asTheyShouldBe.test(rows)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The rows of %s were not published within %d s; there are %d of any kind"
                                .formatted(topic, patience.toSeconds(), rows.size()));
            }
            for (var row : consumer.poll(LOOK_AGAIN_AFTER)) {
                var key = new String(row.key(), UTF_8);
                if (row.value() == null) {
                    rows.remove(key);
                } else {
                    rows.put(key, values.deserialize(topic, row.value()));
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
