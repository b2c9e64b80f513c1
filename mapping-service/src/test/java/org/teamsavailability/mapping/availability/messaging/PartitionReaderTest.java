package org.teamsavailability.mapping.availability.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.teamsavailability.mapping.TestServers;
import org.teamsavailability.mapping.availability.Search;

/** A search reads from an offset to the end of a partition, or to its limit. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartitionReaderTest {

    private static final String TOPIC = "partition-reader";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Map<String, Object> CLIENT =
            Map.of("bootstrap.servers", TestServers.kafka());
    private static final Duration LONG = Duration.ofMinutes(1);

    @BeforeAll
    void fiveRecords() throws Exception {
        try (var admin = Admin.create(CLIENT);
                var producer =
                        new KafkaProducer<>(
                                CLIENT, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            for (int i = 0; i < 5; i++) {
                var _ = producer.send(new ProducerRecord<>(TOPIC, "key", "value-" + i)).get();
            }
        }
    }

    @AfterAll
    void removed() throws Exception {
        try (var admin = Admin.create(CLIENT)) {
            admin.deleteTopics(List.of(TOPIC)).all().get();
        }
    }

    private static PartitionReader reader(long mostBytes, Duration within) {
        return new PartitionReader(
                () ->
                        new KafkaConsumer<>(
                                Map.of(
                                        "bootstrap.servers",
                                        TestServers.kafka(),
                                        "auto.offset.reset",
                                        "earliest"),
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer()),
                2,
                mostBytes,
                within);
    }

    private static Search<String> find(PartitionReader reader, String value, long from)
            throws Exception {
        return reader.find(PARTITION, from, record -> matched(record.value(), value));
    }

    private static @Nullable String matched(byte[] read, String wanted) {
        return new String(read, UTF_8).equals(wanted) ? wanted : null;
    }

    @Test
    void findsARecordAtOrAfterAnOffset() throws Exception {
        try (var reader = reader(1_000_000, LONG)) {
            assertThat(find(reader, "value-3", 0)).isEqualTo(new Search.Found<>("value-3", 3));
            assertThat(find(reader, "value-3", 3)).isEqualTo(new Search.Found<>("value-3", 3));
            assertThat(find(reader, "value-3", 4)).isEqualTo(new Search.Absent<>(5, true));
            assertThat(find(reader, "value-3", 5)).isEqualTo(new Search.Absent<>(5, true));
        }
    }

    @Test
    void saysHowFarItCameWithinItsLimitOfBytes() throws Exception {
        try (var reader = reader(15, LONG)) {
            assertThat(find(reader, "value-4", 0)).isEqualTo(new Search.Absent<>(2, false));
            assertThat(find(reader, "value-4", 2)).isEqualTo(new Search.Absent<>(4, false));
            assertThat(find(reader, "value-4", 4)).isEqualTo(new Search.Found<>("value-4", 4));
            assertThat(find(reader, "other", 3)).isEqualTo(new Search.Absent<>(5, true));
        }
    }

    @Test
    void endsWhenItsTimeIsOver() throws Exception {
        try (var reader = reader(1_000_000, Duration.ZERO)) {
            assertThat(find(reader, "other", 0))
                    .isInstanceOfSatisfying(
                            Search.Absent.class, it -> assertThat(it.end()).isBetween(0L, 5L));
        }
    }
}
