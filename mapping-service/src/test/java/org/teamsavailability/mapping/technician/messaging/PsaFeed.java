package org.teamsavailability.mapping.technician.messaging;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.teamsavailability.mapping.TestServers;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.mapping.settings.PsaTechnicianSettings;
import org.teamsavailability.mapping.technician.Technicians;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.service.settings.RegistrySettings;

/** The PSA's topics under a prefix of their own, on one real broker, and what reads them. */
final class PsaFeed implements AutoCloseable {

    private final KafkaSettings kafka =
            new KafkaSettings(TestServers.kafka(), "t" + UUID.randomUUID() + ".", "feed", Map.of());
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                    kafka.client(), new ByteArraySerializer(), new ByteArraySerializer());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<ConsumerRecord<byte[], byte[]>> deadLetters = new ArrayList<>();
    private final KafkaConsumer<byte[], byte[]> deadLetterReader =
            new KafkaConsumer<>(
                    kafka.client(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
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
                    .create(List.of(smaller(Topics.PSA_TECHNICIAN), Topics.PSA_TECHNICIAN_DLQ));
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
        var partitions =
                IntStream.range(0, Topics.PSA_TECHNICIAN_DLQ.partitions())
                        .mapToObj(it -> new TopicPartition(deadLetterTopic(), it))
                        .toList();
        deadLetterReader.assign(partitions);
        deadLetterReader.seekToBeginning(partitions);
    }

    private String deadLetterTopic() {
        return Topics.PSA_TECHNICIAN_DLQ.nameIn(kafka.topicPrefix());
    }

    /** As it is declared, but with a partition for each of two consumers. */
    private static Topic smaller(Topic it) {
        return new Topic(
                it.name(), it.key(), it.value(), 2, it.cleanup(), it.retention(), it.settings());
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

    /** All that has come to the dead letters since they were last forgotten. */
    synchronized List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        var ends = deadLetterReader.endOffsets(deadLetterReader.assignment());
        while (ends.entrySet().stream()
                .anyMatch(it -> deadLetterReader.position(it.getKey()) < it.getValue())) {
            deadLetterReader.poll(Duration.ofMillis(100)).forEach(deadLetters::add);
        }
        return List.copyOf(deadLetters);
    }

    /** What a test before has led to is nothing to the next. */
    synchronized void forgetDeadLetters() {
        var _ = deadLetters();
        deadLetters.clear();
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
