package org.teamsavailability.benchmarks.world;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.MappingOrigin;
import org.teamsavailability.schemas.MicrosoftCloud;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.SchemaRegistration;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.TopicCreation;

/** Creates the topics of one arm under its prefix and publishes the rows of both tables. */
public final class WorldTopics {

    private final String kafka;
    private final String registry;
    private final String prefix;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    public WorldTopics(String kafka, String registry, String prefix) {
        this.kafka = kafka;
        this.registry = registry;
        this.prefix = prefix;
    }

    /** Returns when the broker has the topics, the registry the schemas and both all rows. */
    public void prepare(World world) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            new TopicCreation(admin, TopicCreation.Settings.unreplicated(prefix))
                    .create(Topics.ALL);
        }
        new SchemaRegistration(SerdeSettings.apicurio(registry), prefix).register(Topics.ALL);
        publish(world);
    }

    private void publish(World world) {
        var connections = format(Topics.SERVICE_DESK_CONNECTION, ServiceDeskConnection.class);
        var mappings = format(Topics.TECHNICIAN_MAPPING, TechnicianMapping.class);
        var failure = new FirstFailure();
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "acks",
                        "all",
                        "linger.ms",
                        20,
                        "batch.size",
                        200_000,
                        // the first batches meet partitions that have no leader yet
                        "max.in.flight.requests.per.connection",
                        1);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var rows = new Rows(producer, failure);
            for (int d = 0; d < world.desks(); d++) {
                var desk = World.desk(d);
                rows.send(
                        Topics.SERVICE_DESK_CONNECTION,
                        desk,
                        connections.encode(connection(d, desk)));
                for (int t = 0; t < world.technicians(); t++) {
                    rows.send(
                            Topics.TECHNICIAN_MAPPING,
                            desk + "/" + World.technician(t),
                            mappings.encode(mapping(d, desk, t)));
                }
            }
            producer.flush();
        }
        failure.rethrow();
    }

    private ServiceDeskConnection connection(int desk, String id) {
        return ServiceDeskConnection.newBuilder()
                .setServiceDeskId(id)
                .setMicrosoftTenantId(World.tenant(desk))
                .setConsent(ConsentState.GRANTED)
                .setCloud(MicrosoftCloud.GLOBAL)
                .setUpdatedAt(now)
                .build();
    }

    private TechnicianMapping mapping(int desk, String deskId, int technician) {
        return TechnicianMapping.newBuilder()
                .setServiceDeskId(deskId)
                .setTechnicianId(World.technician(technician))
                .setMicrosoftTenantId(null)
                .setMicrosoftUserId(World.account(desk, technician))
                .setUserPrincipalName("t%d@d%d.example".formatted(technician, desk))
                .setOrigin(MappingOrigin.AUTO_MAPPED)
                .setUpdatedAt(now)
                .build();
    }

    private <T extends SpecificRecord> WireFormat<T> format(Topic topic, Class<T> type) {
        return WireFormat.of(registry, prefix, topic, type);
    }

    private final class Rows {
        private final Producer<String, byte[]> producer;
        private final FirstFailure failure;

        Rows(Producer<String, byte[]> producer, FirstFailure failure) {
            this.producer = producer;
            this.failure = failure;
        }

        void send(Topic topic, String key, byte[] value) {
            var _ =
                    producer.send(
                            new ProducerRecord<>(topic.nameIn(prefix), key, value),
                            (_, e) -> failure.note(e));
        }
    }

    private static final class FirstFailure {
        private volatile @Nullable Exception first;

        void note(@Nullable Exception e) {
            if (first == null) {
                first = e;
            }
        }

        void rethrow() {
            if (first != null) {
                throw new KafkaException("The broker did not take all table rows", first);
            }
        }
    }
}
