package org.teamsavailability.systemtests.promises;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The values of everything committed to a topic; each is decoded once. Any thread may call any
 * method.
 */
final class DecodedLog<T extends SpecificRecord> implements AutoCloseable {

    private final TopicLog log;
    private final String topic;
    private final Deserializer<T> deserializer;
    private final List<T> values = new ArrayList<>();

    DecodedLog(TopicLog log, String topic, Deserializer<T> deserializer) {
        this.log = log;
        this.topic = topic;
        this.deserializer = deserializer;
    }

    /** All values up to the end that the topic has now, in the order of each partition. */
    synchronized List<T> upToNow() {
        var records = log.upToNow();
        for (var record : records.subList(values.size(), records.size())) {
            values.add(deserializer.deserialize(topic, record.value()));
        }
        return List.copyOf(values);
    }

    @Override
    public void close() {
        log.close();
    }
}
