package org.teamsavailability.localstack.traffic;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka clients of a stack; whoever asks for one closes it. Values are bytes. */
public final class KafkaClients {

    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(20).toMillis();

    private KafkaClients() {}

    /** To manage topics. */
    public static Admin admin(Endpoints stack) {
        return Admin.create(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        stack.kafka(),
                        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS,
                        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS));
    }

    /** To publish; keeps the order of what it is given. */
    public static Producer<String, byte[]> producer(Endpoints stack) {
        return new KafkaProducer<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        stack.kafka(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        1,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS + 1,
                        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** To read what is committed, without a group: the caller assigns partitions. */
    public static Consumer<String, byte[]> consumer(Endpoints stack) {
        return new KafkaConsumer<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        stack.kafka(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        100,
                        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
