package org.teamsavailability.mapping.connection.messaging;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.Signal;

/** The topic as the enricher writes it, and as nobody should. */
record FallbackTopic(String bootstrapServers, String name) {

    /** Makes it, with one partition. */
    void create() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(name + " could not be made", e);
        }
    }

    void send(byte[]... values) {
        try (var producer = producer(Map.of())) {
            send(producer, values);
        }
    }

    void sendAndAbort(byte[]... values) {
        try (var producer = producer(Map.of("transactional.id", name))) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, values);
            producer.flush();
            producer.abortTransaction();
        }
    }

    static byte[] bytes(Reason reason, String desk) {
        return new StubFormat()
                .serialize(
                        "any",
                        FallbackReason.newBuilder()
                                .setRequestId("r")
                                .setServiceDeskId(desk)
                                .setTicketId("t")
                                .setReason(reason)
                                .setSignal(Signal.BOTH)
                                .setMessage("m")
                                .setAffectedCandidates(1)
                                .setOccurredAt(Instant.EPOCH)
                                .build());
    }

    private void send(KafkaProducer<String, byte[]> producer, byte[]... values) {
        for (byte[] value : values) {
            var _ = producer.send(new ProducerRecord<>(name, "any", value));
        }
    }

    private KafkaProducer<String, byte[]> producer(Map<String, String> further) {
        var settings = new HashMap<String, Object>(further);
        settings.put("bootstrap.servers", bootstrapServers);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
