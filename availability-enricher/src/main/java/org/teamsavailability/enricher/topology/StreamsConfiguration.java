package org.teamsavailability.enricher.topology;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.teamsavailability.enricher.settings.KafkaSettings;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.service.kafka.KafkaClients;

/**
 * The Streams client's configuration. The times below give the tasks of a crashed or restarted
 * instance back in seconds: with Kafka's defaults it takes 41 to 45 s, after a clean stop too.
 */
final class StreamsConfiguration {

    private static final int SESSION_TIMEOUT_MS = 10_000;
    private static final int HEARTBEAT_MS = 2_000;
    private static final int TRANSACTION_TIMEOUT_MS = 10_000;

    /**
     * Answers are committed when they are emitted. This is for the rest, such as the requests that
     * wait: one that is answered sooner costs one transaction, not two.
     */
    private static final int COMMIT_INTERVAL_MS = 500;

    /** A transaction that starts right after another is often told to retry in a moment. */
    private static final int RETRY_BACKOFF_MS = 10;

    /**
     * The tables are read partition by partition at a start. Before each partition the consumer
     * waits for its last fetch of the partition before, which finds nothing. With Kafka's 500 ms
     * this costs 10 s at every start with an empty state directory.
     */
    private static final int TABLE_FETCH_MAX_WAIT_MS = 50;

    private StreamsConfiguration() {}

    static Map<String, Object> of(KafkaSettings kafka) {
        var config = new HashMap<>(kafka.client());
        String applicationId = kafka.topicPrefix() + "availability-enricher";
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        config.put(
                StreamsConfig.CLIENT_ID_CONFIG,
                KafkaClients.clientId(applicationId, kafka.instanceId()));
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, kafka.streamThreads());
        config.put(StreamsConfig.POLL_MS_CONFIG, kafka.poll().toMillis());
        config.put(StreamsConfig.STATE_DIR_CONFIG, kafka.stateDirectory().toString());
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, kafka.replicationFactor());
        config.put(
                StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
                kafka.minInsyncReplicas());
        config.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                UnreadableRequests.class);
        config.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                Topics.DISPATCH_REQUESTED_DLQ.nameIn(kafka.topicPrefix()));
        config.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                kafka.instanceId());
        config.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                SESSION_TIMEOUT_MS);
        config.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                HEARTBEAT_MS);
        config.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                TRANSACTION_TIMEOUT_MS);
        config.put(
                StreamsConfig.globalConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
                TABLE_FETCH_MAX_WAIT_MS);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        config.put(
                StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG),
                RETRY_BACKOFF_MS);
        config.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                Topics.LARGEST_RECORD_OUT);
        return config;
    }
}
