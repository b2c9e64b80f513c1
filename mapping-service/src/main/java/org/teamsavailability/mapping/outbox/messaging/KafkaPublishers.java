package org.teamsavailability.mapping.outbox.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.mapping.outbox.Publisher;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.service.kafka.RequiredTopics;
import org.teamsavailability.service.kafka.TopicsMissingException;

/**
 * Opens publishers to Kafka. All of an installation have the same {@code transactional.id}, by
 * which the broker fences the former ones.
 */
public final class KafkaPublishers implements Publisher.Source, AutoCloseable {

    static final String TRANSACTIONAL_ID = "mapping-service-relay";

    private static final List<Topic> WRITTEN =
            List.of(Topics.TECHNICIAN_MAPPING, Topics.SERVICE_DESK_CONNECTION);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> client;
    private final String topicPrefix;
    private final RecordSerdes serdes;
    private final Producers producers;
    private final Duration patience;
    private final Telemetry telemetry;

    /** Makes a producer of these settings. */
    @FunctionalInterface
    public interface Producers {
        Producer<String, byte[]> of(Map<String, Object> settings);
    }

    /**
     * Connects to nothing yet.
     *
     * @param client settings of a Kafka client: where it is, security, and the {@code client.id}
     * @param topicPrefix of topics and of the transactional id; may be empty
     */
    public KafkaPublishers(
            Map<String, Object> client,
            String topicPrefix,
            SerdeSettings registry,
            Telemetry telemetry) {
        this(client, topicPrefix, registry, KafkaPublishers::connect, PATIENCE, telemetry);
    }

    /**
     * The same with producers of another make.
     *
     * @param patience how long Kafka may take to answer, a second or more
     */
    public KafkaPublishers(
            Map<String, Object> client,
            String topicPrefix,
            SerdeSettings registry,
            Producers producers,
            Duration patience,
            Telemetry telemetry) {
        this.client = new HashMap<>(client);
        this.topicPrefix = topicPrefix;
        this.serdes = new RecordSerdes(registry);
        this.producers = producers;
        this.patience = patience;
        this.telemetry = telemetry;
    }

    /** The producers of Kafka's own client. */
    public static Producer<String, byte[]> connect(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Opens one.
     *
     * @throws TopicsMissingException where it would have nowhere to write to
     */
    @Override
    public Publisher open() {
        requireTopics();
        var publisher =
                new KafkaPublisher(
                        producers.of(settings()), new Records(topicPrefix, serdes), telemetry);
        try {
            publisher.fenceFormerOnes();
            return publisher;
        } catch (RuntimeException e) {
            publisher.close();
            throw e;
        }
    }

    private void requireTopics() {
        try (var admin = Admin.create(client)) {
            RequiredTopics.check(
                    admin,
                    new ListTopicsOptions().timeoutMs(millis(patience)),
                    topicPrefix,
                    WRITTEN);
        }
    }

    /** Its waits are short: what does not succeed is started again, here or on another instance. */
    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>(client);
        settings.put("transactional.id", topicPrefix + TRANSACTIONAL_ID);
        settings.put("transaction.timeout.ms", millis(patience.multipliedBy(2)));
        settings.put("max.block.ms", patience.toMillis());
        settings.put("request.timeout.ms", millis(patience.multipliedBy(4).dividedBy(5)));
        settings.put("delivery.timeout.ms", millis(patience));
        settings.put("linger.ms", 0);
        settings.put("compression.type", "lz4");
        return settings;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    @Override
    public void close() {
        serdes.close();
    }
}
