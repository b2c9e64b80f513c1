package org.teamsavailability.mapping.availability.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.availability.RequestStream;
import org.teamsavailability.mapping.availability.Search;
import org.teamsavailability.mapping.availability.StreamEnds;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.HeaderNames;

/**
 * Writes requests to {@code dispatch-requested} and looks for them there. A record carries its
 * request id and the trace of the call as headers. Any thread.
 */
final class RequestTopic implements RequestStream {

    /** How often the first caller waits for the metadata of the topic, each time a block. */
    private static final int TRIES_OF_METADATA = 4;

    private final TopicNames topics;
    private final Serializer<DispatchRequested> serializer;
    private final OpenedOnce<Producer<byte[], byte[]>> producer;
    private final TopicEnds ends;
    private final PartitionReader reader;
    private final StreamFailures failures;

    /**
     * @param topics the names of the two topics
     * @param producer the one producer, which is made at the first call
     * @param reader reads what is committed and what is not
     */
    RequestTopic(
            TopicNames topics,
            Serializer<DispatchRequested> serializer,
            OpenedOnce<Producer<byte[], byte[]>> producer,
            TopicEnds ends,
            PartitionReader reader,
            StreamFailures failures) {
        this.topics = topics;
        this.serializer = serializer;
        this.producer = producer;
        this.ends = ends;
        this.reader = reader;
        this.failures = failures;
    }

    @Override
    public StreamEnds ends(String serviceDeskId) {
        try {
            awaitMetadata();
            var all = ends.get();
            int partition =
                    BuiltInPartitioner.partitionForKey(
                            key(serviceDeskId), count(all, topics.requests()));
            return new StreamEnds(
                    partition,
                    end(all, topics.requests(), partition),
                    end(all, topics.answers(), partition));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.unavailable("ends of topics", e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw failures.unavailable("ends of topics", cause(e));
        }
    }

    /** So that the producer blocks nobody who has stored a request already. */
    private void awaitMetadata() {
        for (int tried = 1; ; tried++) {
            try {
                var _ = producer.get().partitionsFor(topics.requests());
                return;
            } catch (org.apache.kafka.common.errors.TimeoutException e) {
                if (tried == TRIES_OF_METADATA) {
                    throw e;
                }
            }
        }
    }

    private static int count(Map<TopicPartition, Long> all, String topic) {
        return (int) all.keySet().stream().filter(it -> it.topic().equals(topic)).count();
    }

    private static long end(Map<TopicPartition, Long> all, String topic, int partition) {
        return Objects.requireNonNullElse(all.get(new TopicPartition(topic, partition)), 0L);
    }

    @Override
    public Prepared prepare(DispatchRequested request) {
        try {
            var value = serializer.serialize(topics.requests(), request);
            return partition -> send(request, value, partition);
        } catch (KafkaException e) {
            throw failures.unavailable("serialize", e);
        }
    }

    private long send(DispatchRequested request, byte[] value, int partition) {
        var record =
                new ProducerRecord<>(
                        topics.requests(), partition, key(request.getServiceDeskId()), value);
        record.headers()
                .add(
                        HeaderNames.REQUEST_ID,
                        request.getRequestId().getBytes(StandardCharsets.UTF_8));
        if (Span.current().getSpanContext().isValid()) {
            W3CTraceContextPropagator.getInstance()
                    .inject(Context.current(), record.headers(), RequestTopic::add);
        }
        try {
            return producer.get().send(record).get().offset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.unavailable("send", e);
        } catch (ExecutionException | KafkaException e) {
            throw failures.unavailable("send", cause(e));
        }
    }

    private static void add(@Nullable Headers headers, String name, String value) {
        if (headers != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public Search<Long> findRequest(
            String serviceDeskId, String requestId, int partition, long from) {
        var key = key(serviceDeskId);
        var id = requestId.getBytes(StandardCharsets.UTF_8);
        try {
            return reader.find(
                    new TopicPartition(topics.requests(), partition),
                    from,
                    record -> isOf(record, key, id) ? record.offset() : null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.unavailable("read requests", e);
        } catch (ExecutionException e) {
            throw failures.unavailable("read requests", cause(e));
        }
    }

    private static boolean isOf(ConsumerRecord<byte[], byte[]> record, byte[] key, byte[] id) {
        var header = record.headers().lastHeader(HeaderNames.REQUEST_ID);
        return header != null
                && Arrays.equals(header.value(), id)
                && Arrays.equals(record.key(), key);
    }

    private static byte[] key(String serviceDeskId) {
        return serviceDeskId.getBytes(StandardCharsets.UTF_8);
    }

    private static Throwable cause(Exception failure) {
        var cause = failure.getCause();
        return failure instanceof ExecutionException && cause != null ? cause : failure;
    }
}
