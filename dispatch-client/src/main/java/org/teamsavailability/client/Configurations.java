package org.teamsavailability.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the producer and the consumer are configured with, out of one configuration. */
final class Configurations {

    /** Within this time the client sees that the topic of the answers has more partitions. */
    private static final Duration PARTITIONS_LOOKED_UP_EVERY = Duration.ofSeconds(5);

    private Configurations() {}

    /** An idempotent producer that waits for all replicas and takes part in no transaction. */
    static Map<String, Object> producer(Map<String, ?> given, Duration deliveryTimeout) {
        var settings = new HashMap<String, Object>(given);
        settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        var millis = Math.toIntExact(deliveryTimeout.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        // with the linger time no longer than the delivery timeout, as Kafka demands
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return settings;
    }

    /** A consumer without a group that sees committed records only. */
    static Map<String, Object> consumer(Map<String, ?> given) {
        var settings = new HashMap<String, Object>(given);
        settings.putIfAbsent(
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                Math.toIntExact(PARTITIONS_LOOKED_UP_EVERY.toMillis()));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // only where a stored position is gone: rather read a record twice than miss one
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }
}
