package org.teamsavailability.mapping.technician.messaging;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.teamsavailability.mapping.TestServers;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.mapping.settings.PsaTechnicianSettings;
import org.teamsavailability.mapping.technician.Technicians;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.settings.RegistrySettings;

/** The PSA's topics under a prefix of their own, on one real broker, and what reads them. */
final class PsaFeed implements AutoCloseable {

    private final KafkaSettings kafka =
            new KafkaSettings(TestServers.kafka(), "t" + UUID.randomUUID() + ".", Map.of());
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                    kafka.client(), new ByteArraySerializer(), new ByteArraySerializer());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<ConsumerRecord<byte[], byte[]>> deadLetters = new ArrayList<>();
    private final KafkaConsumer<byte[], byte[]> deadLetterReader;
    private final PsaTechnicianReader reader;
    private final DeadLetters recoverer;
    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;

    /** How many dead letters operators are shown. */
    double deadLettersCounted() {
        return meters.get("teams.availability.dead.letters")
                .tag("topic", "psa-technician-dlq")
                .counter()
                .count();
    }

    /** Reads the topic into these technicians. */
    PsaFeed(Technicians technicians) {
        try (var admin = Admin.create(kafka.client())) {
            new TopicCreation(admin, TopicCreation.Settings.unreplicated(kafka.topicPrefix()))
                    .create(List.of(Topics.PSA_TECHNICIAN, Topics.PSA_TECHNICIAN_DLQ));
        }
        var wiring = new PsaTechnicianWiring();
        reader = reader();
        recoverer = wiring.psaTechnicianDeadLetters(kafka, meters);
        container =
                wiring.psaTechnicians(
                        kafka,
                        new PsaTechnicianSettings(true, 2, Duration.ofMillis(200)),
                        reader,
                        recoverer,
                        technicians,
                        meters);
        container.start();
        var settings = kafka.client();
        settings.put("group.id", "dead-letters-" + kafka.topicPrefix());
        settings.put("auto.offset.reset", "earliest");
        deadLetterReader =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        deadLetterReader.subscribe(List.of(Topics.PSA_TECHNICIAN_DLQ.nameIn(kafka.topicPrefix())));
    }

    /** What makes sense of the bytes, with a registry in memory. */
    static PsaTechnicianReader reader() {
        return new PsaTechnicianWiring()
                .psaTechnicianReader(
                        new RegistrySettings(
                                "http://registry",
                                StubSerializer.class.getName(),
                                StubDeserializer.class.getName(),
                                Map.of(),
                                "",
                                "",
                                ""));
    }

    /** Sends a record, and a header with it, to the one partition that this test uses. */
    void send(byte @Nullable [] key, byte @Nullable [] value) {
        var record =
                new ProducerRecord<byte[], byte[]>(
                        Topics.PSA_TECHNICIAN.nameIn(kafka.topicPrefix()), 0, key, value);
        record.headers().add("trace", new byte[] {1, -2, 3});
        var _ = producer.send(record);
        producer.flush();
    }

    /** All that came to the dead letters so far, in the order it was sent there. */
    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        deadLetterReader.poll(Duration.ofMillis(100)).forEach(deadLetters::add);
        return deadLetters;
    }

    /** Stops what reads the topic, and starts it again. */
    void restart() {
        container.stop();
        container.start();
    }

    @Override
    public void close() {
        container.stop();
        recoverer.close();
        reader.close();
        producer.close();
        deadLetterReader.close();
    }
}
