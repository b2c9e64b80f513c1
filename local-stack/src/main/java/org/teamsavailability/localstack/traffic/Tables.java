package org.teamsavailability.localstack.traffic;

import java.util.Collection;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.broker.BrokerFutures;
import org.teamsavailability.schemas.serde.RecordSerdes;

/** Publishes rows of the two tables that the enricher reads. For one thread. */
public final class Tables implements AutoCloseable {

    private final Endpoints stack;
    private final RecordSerdes serdes;
    private final Producer<String, byte[]> producer;

    /** The serdes stay the caller's. */
    public Tables(Endpoints stack, RecordSerdes serdes) {
        this.stack = stack;
        this.serdes = serdes;
        this.producer = stack.access().producer();
    }

    /** Returns when the broker has all rows. */
    public void connect(Collection<ServiceDeskConnection> connections) {
        publish(
                Topics.SERVICE_DESK_CONNECTION,
                ServiceDeskConnection.class,
                connections,
                ServiceDeskConnection::getServiceDeskId);
    }

    /** Returns when the broker has all rows. */
    public void map(Collection<TechnicianMapping> mappings) {
        publish(
                Topics.TECHNICIAN_MAPPING,
                TechnicianMapping.class,
                mappings,
                mapping ->
                        Topics.technicianKey(
                                mapping.getServiceDeskId(), mapping.getTechnicianId()));
    }

    private <T extends SpecificRecord> void publish(
            Topic topic, Class<T> type, Collection<T> rows, Function<T, String> key) {
        var name = topic.nameIn(stack.topicPrefix());
        var serializer = serdes.forValue(type).serializer();
        rows.stream()
                .map(row ->
                        producer.send(
                                new ProducerRecord<>(
                                        name, key.apply(row), serializer.serialize(name, row))))
                .toList()
                .forEach(BrokerFutures::of);
    }

    @Override
    public void close() {
        producer.close();
    }
}
