package org.teamsavailability.mapping.availability.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.teamsavailability.mapping.availability.AttemptTimes;
import org.teamsavailability.mapping.search.messaging.ReaderSettings;
import org.teamsavailability.mapping.settings.KafkaSettings;

/** The clients of Kafka behind requests over HTTP. None is in a consumer group. */
final class AskingClients {

    /** How long the brokers may take to answer, because a caller waits. */
    static final Duration PATIENCE = ReaderSettings.PATIENCE;

    private static final int READER_FETCH_WAIT_MS = 100;

    private final KafkaSettings kafka;
    private final AtomicInteger consumers = new AtomicInteger();

    AskingClients(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** Idempotent, and in no transaction. It gives a record up after the time of its attempt. */
    Producer<byte[], byte[]> producer(AttemptTimes times) {
        var settings = client("producer");
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("max.block.ms", times.block().toMillis());
        settings.put("delivery.timeout.ms", millis(times.delivery()));
        settings.put("request.timeout.ms", millis(times.delivery().dividedBy(2)));
        settings.put("linger.ms", 0);
        settings.put("compression.type", "lz4");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        var settings = client("ends");
        settings.put("default.api.timeout.ms", millis(PATIENCE));
        settings.put("request.timeout.ms", millis(PATIENCE));
        return Admin.create(settings);
    }

    /** For the consumer of new answers. */
    Map<String, Object> ofNewAnswers() {
        return consumer("answers", "read_committed");
    }

    /** Of a part of the answers. */
    Consumer<byte[], byte[]> ofOldAnswers() {
        return reader("old-answers", "read_committed");
    }

    /** Of a part of the requests: also behind a transaction of somebody else that is open. */
    Consumer<byte[], byte[]> ofRequests() {
        return reader("requests", "read_uncommitted");
    }

    private Consumer<byte[], byte[]> reader(String name, String isolation) {
        var settings = consumer(name + "-" + consumers.incrementAndGet(), isolation);
        settings.put("auto.offset.reset", "earliest");
        settings.put("fetch.max.wait.ms", READER_FETCH_WAIT_MS);
        return open(settings);
    }

    private static Consumer<byte[], byte[]> open(Map<String, Object> settings) {
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> consumer(String name, String isolation) {
        return ReaderSettings.of(kafka, "asking-" + name, isolation);
    }

    private Map<String, Object> client(String name) {
        var settings = new HashMap<String, Object>(kafka.client());
        settings.put("client.id", kafka.topicPrefix() + "mapping-service-asking-" + name);
        return settings;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
