package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.testsupport.Patience.PATIENCE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
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
final class TestTopics implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<Topic> TOPICS =
            Stream.of(Topics.TECHNICIAN_MAPPING, Topics.SERVICE_DESK_CONNECTION)
                    .map(TestTopics::smaller)
                    .toList();

    /** One for all of a test run, which ends with it. */
    private static final class Operator {
        static final Admin ADMIN = Admin.create(client());
    }

    /** A record as it was read; its value is null where it is a tombstone. */
    record Read(String key, @Nullable SpecificRecord value, String traceparent) {}

    private final String prefix = "publishing" + COUNT.incrementAndGet() + ".";
    private final RecordSerdes serdes = new RecordSerdes(serdes());
    private final KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(committed(), new StringDeserializer(), new ByteArrayDeserializer());
    private final List<TopicPartition> partitions =
            TOPICS.stream().flatMap(this::partitions).toList();
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    TestTopics() {
        new TopicCreation(Operator.ADMIN, TopicCreation.Settings.unreplicated(prefix))
                .create(TOPICS);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** As it is declared, but with fewer partitions: a broker takes long to make them. */
    private static Topic smaller(Topic it) {
        return new Topic(
                it.name(), it.key(), it.value(), 2, it.cleanup(), it.retention(), it.settings());
    }

    private Stream<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(number -> new TopicPartition(topic.nameIn(prefix), number));
    }

    String prefix() {
        return prefix;
    }

    static Map<String, Object> client() {
        return Map.of("bootstrap.servers", TestServers.kafka());
    }

    private static Map<String, Object> committed() {
        var settings = new HashMap<>(client());
        settings.put("isolation.level", "read_committed");
        settings.put("fetch.max.wait.ms", 50);
        return settings;
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
    synchronized List<Read> read() {
        var ends = ends();
        var patience = Instant.now().plus(PATIENCE);
        while (ends.entrySet().stream()
                .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
            assertThat(Instant.now()).as("A transaction that nobody ends").isBefore(patience);
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records.stream()
                .sorted(Comparator.comparingLong(ConsumerRecord::offset))
                .map(record -> new Read(record.key(), value(record), traceparent(record)))
                .toList();
    }

    /**
     * Where everything ends that was written, committed or not: a commit is done before its markers
     * are on the partitions, and a reader of what is committed does not see so far yet.
     */
    private Map<TopicPartition, Long> ends() {
        var latest =
                partitions.stream().collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest()));
        try {
            return Operator.ADMIN.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("The ends of the topics are not known", e);
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

    private @Nullable SpecificRecord value(ConsumerRecord<String, byte[]> record) {
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

    @Override
    public void close() {
        consumer.close();
        serdes.close();
    }
}
