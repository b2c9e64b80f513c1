package org.teamsavailability.operations.access;

import java.time.Duration;
import java.util.HashMap;
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
import org.apache.kafka.common.serialization.StringSerializer;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.TopicCreation;

/**
 * How an installation is reached; the caller closes a client that it asks for.
 *
 * @param kafka the settings of any Kafka client, by Kafka's names
 * @param registry the schema registry, and whose serializer is used
 * @param topics the prefix of the topics' names and how many copies there are
 * @param patience when a client gives up, up to 24 days
 */
public record Access(
        Map<String, Object> kafka,
        SerdeSettings registry,
        TopicCreation.Settings topics,
        Duration patience) {

    /** When a client of a usual installation gives up. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    public Access {
        kafka = Map.copyOf(kafka);
    }

    /** With the usual patience. */
    public Access(
            Map<String, Object> kafka, SerdeSettings registry, TopicCreation.Settings topics) {
        this(kafka, registry, topics, PATIENCE);
    }

    private int patienceMillis() {
        return Math.toIntExact(patience.toMillis());
    }

    /** The topic's name here. */
    public String name(Topic topic) {
        return topic.nameIn(topics.prefix());
    }

    /** The brokers, as they were given. */
    public String brokers() {
        return String.valueOf(kafka.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
    }

    /** To manage topics and groups. */
    public Admin admin() {
        return Admin.create(
                with(
                        Map.of(
                                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                patienceMillis(),
                                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                                patienceMillis())));
    }

    /**
     * To publish; keeps the order of what it is given. Values are bytes.
     *
     * <p>One request is under way at a time: of two to a partition that its broker is only making,
     * the first may be refused and the second taken, and then the first is out of sequence for
     * good.
     */
    public Producer<String, byte[]> producer() {
        return new KafkaProducer<>(
                with(
                        Map.of(
                                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                                1,
                                ProducerConfig.LINGER_MS_CONFIG,
                                1,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                patienceMillis(),
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                patienceMillis() + 1,
                                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                                patienceMillis())),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * To publish all or nothing; a second producer of this name takes the first one's place.
     *
     * @param name of the transactions, without the installation's prefix
     */
    public Producer<byte[], byte[]> transactionalProducer(String name) {
        return new KafkaProducer<>(
                with(
                        Map.of(
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                topics.prefix() + name,
                                ProducerConfig.LINGER_MS_CONFIG,
                                1,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                patienceMillis(),
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                patienceMillis() + 1,
                                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                                patienceMillis(),
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                Topics.LARGEST_RECORD_OUT)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** To read what is committed, without a group: the caller assigns partitions. */
    public Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                with(
                        Map.of(
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed",
                                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                                100,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                patienceMillis())),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The serdes of the topics' values. */
    public RecordSerdes serdes() {
        return new RecordSerdes(registry);
    }

    private Map<String, Object> with(Map<String, Object> further) {
        var all = new HashMap<>(kafka);
        all.putAll(further);
        return all;
    }

    /** Leaves the settings out: they hold passwords. */
    @Override
    public String toString() {
        return "Access[" + brokers() + "]";
    }
}
