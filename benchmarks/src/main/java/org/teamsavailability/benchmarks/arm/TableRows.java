package org.teamsavailability.benchmarks.arm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topics;

/** Both tables in memory, read once at the start; for any thread. */
final class TableRows implements PlainAnswer.Tables {

    private final Map<String, TechnicianMapping> mappings = new ConcurrentHashMap<>();
    private final Map<String, ServiceDeskConnection> connections = new ConcurrentHashMap<>();

    private TableRows() {}

    /** Returns when every row that is there now has been read. */
    static TableRows read(ArmSettings settings, PeerFormats formats) {
        var rows = new TableRows();
        var mappingTopic = settings.name(Topics.TECHNICIAN_MAPPING);
        var connectionTopic = settings.name(Topics.SERVICE_DESK_CONNECTION);
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                settings.kafka(),
                                "isolation.level",
                                "read_committed",
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    List.of(mappingTopic, connectionTopic).stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(of -> new TopicPartition(of.topic(), of.partition()))
                            .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(of -> consumer.position(of) < Objects.requireNonNull(ends.get(of)))) {
                for (var row : consumer.poll(Duration.ofMillis(100))) {
                    if (row.topic().equals(mappingTopic)) {
                        rows.mappings.put(row.key(), formats.mappings().decode(row.value()));
                    } else {
                        rows.connections.put(row.key(), formats.connections().decode(row.value()));
                    }
                }
            }
        }
        return rows;
    }

    @Override
    public @Nullable ServiceDeskConnection connection(String desk) {
        return connections.get(desk);
    }

    @Override
    public @Nullable TechnicianMapping mapping(String deskAndTechnician) {
        return mappings.get(deskAndTechnician);
    }
}
