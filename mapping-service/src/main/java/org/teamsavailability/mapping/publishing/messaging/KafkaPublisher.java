package org.teamsavailability.mapping.publishing.messaging;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.mapping.publishing.FencedException;
import org.teamsavailability.mapping.publishing.Publication;
import org.teamsavailability.mapping.publishing.Publisher;

/** Publishes in a Kafka transaction. */
final class KafkaPublisher implements Publisher {

    private static final Logger log = LoggerFactory.getLogger(KafkaPublisher.class);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(1);

    private final Producer<String, byte[]> producer;
    private final Records records;

    KafkaPublisher(Producer<String, byte[]> producer, Records records) {
        this.producer = producer;
        this.records = records;
    }

    void fenceFormerOnes() {
        producer.initTransactions();
    }

    /** The registry is asked before the transaction begins; its commit reports failed sends. */
    @Override
    public void publish(List<Publication> publications) {
        var ready = publications.stream().map(records::of).toList();
        try {
            producer.beginTransaction();
            for (var record : ready) {
                var _ = producer.send(record);
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw isFenced(e) ? new FencedException(e) : e;
        }
    }

    private static boolean isFenced(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof ProducerFencedException
                        || failure instanceof InvalidProducerEpochException
                        || isFenced(failure.getCause()));
    }

    @Override
    public void close() {
        try {
            producer.close(CLOSES_WITHIN);
        } catch (KafkaException e) {
            log.atDebug()
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("The producer did not close; the next one undoes what it left");
        }
    }
}
