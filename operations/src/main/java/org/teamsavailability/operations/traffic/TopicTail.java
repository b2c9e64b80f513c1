package org.teamsavailability.operations.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.serialization.Deserializer;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.UnreadableRecordException;

/**
 * What is committed to a topic, from the moment this is opened or from an earlier one. A record
 * that is not of the topic's form is passed over. For one thread.
 */
public final class TopicTail<T extends SpecificRecord> implements AutoCloseable {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(100);

    private final String topic;
    private final Deserializer<T> values;
    private final Consumer<byte[], byte[]> consumer;

    private TopicTail(String topic, Deserializer<T> values, Consumer<byte[], byte[]> consumer) {
        this.topic = topic;
        this.values = values;
        this.consumer = consumer;
    }

    /** Returns when the end of every partition is known, so that nothing later is missed. */
    public static <T extends SpecificRecord> TopicTail<T> open(
            Access access, RecordSerdes serdes, Topic topic, Class<T> type) {
        var tail = atStart(access, serdes, topic, type);
        tail.consumer.endOffsets(tail.consumer.assignment()).forEach(tail.consumer::seek);
        return tail;
    }

    /** The same, from the first record of this time on. */
    public static <T extends SpecificRecord> TopicTail<T> openSince(
            Access access, RecordSerdes serdes, Topic topic, Class<T> type, Instant since) {
        var tail = atStart(access, serdes, topic, type);
        Positions.seek(tail.consumer, List.copyOf(tail.consumer.assignment()), since);
        return tail;
    }

    private static <T extends SpecificRecord> TopicTail<T> atStart(
            Access access, RecordSerdes serdes, Topic topic, Class<T> type) {
        var name = access.name(topic);
        var consumer = access.consumer();
        try {
            consumer.assign(Positions.partitions(consumer, List.of(name)));
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
        return new TopicTail<>(name, serdes.forValue(type).deserializer(), consumer);
    }

    /** What has come since the last call; waits so long for the first of it. */
    public List<T> poll(Duration atMost) {
        return read(consumer.poll(atMost));
    }

    /** All that has come since the last call and was committed before this one. */
    public List<T> upToNow() {
        var values = new ArrayList<T>();
        var ends = consumer.endOffsets(consumer.assignment());
        while (!Positions.reached(consumer, ends)) {
            values.addAll(poll(LOOK_AGAIN_AFTER));
        }
        return values;
    }

    private List<T> read(ConsumerRecords<byte[], byte[]> records) {
        var values = new ArrayList<T>();
        for (var record : records) {
            if (record.value() != null) {
                try {
                    values.add(this.values.deserialize(topic, record.value()));
                } catch (UnreadableRecordException _) {
                    // somebody else's mistake; what can be read is still of use
                }
            }
        }
        return values;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
