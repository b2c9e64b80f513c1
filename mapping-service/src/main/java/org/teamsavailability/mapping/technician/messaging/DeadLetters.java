package org.teamsavailability.mapping.technician.messaging;

import static java.util.Map.entry;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.schemas.Topics;

/** Puts records aside unchanged, byte for byte, with headers that say why. */
final class DeadLetters implements ConsumerRecordRecoverer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    /** A dead letter is confirmed within 10 s, or its partition waits and it is tried again. */
    private static final Map<String, Object> PRODUCER =
            Map.ofEntries(
                    entry("acks", "all"),
                    entry("max.block.ms", "10000"),
                    entry("request.timeout.ms", "5000"),
                    entry("delivery.timeout.ms", "10000"),
                    entry("linger.ms", "0"),
                    entry("max.request.size", Integer.toString(Topics.LARGEST_RECORD_OUT)));

    private static final int BY_KEY = -1;

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final DeadLetterPublishingRecoverer recoverer;
    private final Runnable counted;

    /**
     * @param counted is told of each that was put aside
     */
    DeadLetters(KafkaSettings kafka, Runnable counted) {
        this.counted = counted;
        var properties = kafka.client("mapping-service.dead-letters");
        properties.putAll(PRODUCER);
        var topic =
                new TopicPartition(Topics.PSA_TECHNICIAN_DLQ.nameIn(kafka.topicPrefix()), BY_KEY);
        this.producers =
                new DefaultKafkaProducerFactory<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
        this.recoverer =
                new DeadLetterPublishingRecoverer(new KafkaTemplate<>(producers), (_, _) -> topic);
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception failure) {
        var cause = failure.getCause() instanceof PoisonRecordException poison ? poison : failure;
        recoverer.accept(record, cause);
        counted.run();
        LOG.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("reason", cause.getMessage())
                .log("A technician of the PSA went to the dead letters");
    }

    @Override
    public void close() {
        producers.destroy();
    }
}
