package org.teamsavailability.mapping.publishing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.TestServers;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.RegistryAccess;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.TopicCreation;

/** The two topics under a prefix of their own on the one broker of the test run. */
final class TestTopics {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<Topic> TOPICS =
            List.of(Topics.TECHNICIAN_MAPPING, Topics.SERVICE_DESK_CONNECTION);

    /** A record as it was read; its value is null where it is a tombstone. */
    record Read(String key, @Nullable SpecificRecord value, String traceparent) {}

    /** A transaction that nobody ends is waited for no longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String prefix = "publishing" + COUNT.incrementAndGet() + ".";

    TestTopics() {
        try (var admin = Admin.create(client())) {
            new TopicCreation(admin, TopicCreation.Settings.unreplicated(prefix)).create(TOPICS);
        }
    }

    String prefix() {
        return prefix;
    }

    Map<String, Object> client() {
        return Map.of("bootstrap.servers", TestServers.kafka());
    }

    static SerdeSettings serdes() {
        return new SerdeSettings(
                "http://registry.invalid",
                StubAvroSerializer.class.getName(),
                StubAvroDeserializer.class.getName(),
                Map.of(),
                RegistryAccess.OPEN);
    }

    /** What a reader of both topics sees who reads only what is committed, in order by key. */
    List<Read> read() {
        var settings = new HashMap<>(client());
        settings.put("isolation.level", "read_committed");
        try (var serdes = new RecordSerdes(serdes());
                var consumer =
                        new KafkaConsumer<>(
                                settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    TOPICS.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic.nameIn(prefix)).stream())
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = ends(partitions);
            var patience = Instant.now().plus(PATIENCE);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (Instant.now().isBefore(patience)
                    && partitions.stream()
                            .anyMatch(it ->
                                    consumer.position(it) < Objects.requireNonNull(ends.get(it)))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records.stream()
                    .sorted(Comparator.comparingLong(ConsumerRecord::offset))
                    .map(record ->
                            new Read(record.key(), value(serdes, record), traceparent(record)))
                    .toList();
        }
    }

    /**
     * Where everything ends that was written, committed or not: a commit is done before its markers
     * are on the partitions, and a reader of what is committed does not see so far yet.
     */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        try (var consumer =
                new KafkaConsumer<>(
                        client(), new StringDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions);
        }
    }

    /** The tables that these topics are, by key, without what was removed. */
    SortedMap<String, SpecificRecord> tables() {
        var tables = new TreeMap<String, SpecificRecord>();
        for (var read : read()) {
            if (read.value() == null) {
                tables.remove(read.key());
            } else {
                tables.put(read.key(), read.value());
            }
        }
        return tables;
    }

    private static @Nullable SpecificRecord value(
            RecordSerdes serdes, ConsumerRecord<String, byte[]> record) {
        Class<? extends SpecificRecord> type =
                record.topic().endsWith(Topics.TECHNICIAN_MAPPING.name())
                        ? TechnicianMapping.class
                        : ServiceDeskConnection.class;
        return serdes.forValue(type).deserializer().deserialize(record.topic(), record.value());
    }

    private static String traceparent(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("traceparent");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
