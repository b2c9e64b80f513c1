package org.teamsavailability.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.HeaderNames;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.TrustedRecords;

/**
 * Publishes requests under their service desk's key with one idempotent producer ({@code acks=all},
 * no transaction). May be used by any number of threads.
 */
public final class RequestPublisher implements AutoCloseable {

    private final String topic;
    private final Serializer<? super DispatchRequested> serializer;
    private final Duration closesWithin;
    private final Supplier<Producer<String, byte[]>> producers;
    private final AtomicReference<@Nullable Producer<String, byte[]>> current =
            new AtomicReference<>();
    private boolean closed;

    /**
     * Connects to nothing yet. The serializer stays the caller's.
     *
     * @param kafka a configuration of Kafka's clients, such as {@code bootstrap.servers}
     * @param serializer writes the values; its threads are those that publish
     * @throws org.apache.kafka.common.KafkaException if the configuration cannot be used
     */
    public RequestPublisher(
            Map<String, ?> kafka,
            Serializer<? super DispatchRequested> serializer,
            ClientSettings settings) {
        this(
                () ->
                        new KafkaProducer<>(
                                Configurations.producer(kafka, settings.deliveryTimeout())),
                serializer,
                settings);
    }

    RequestPublisher(
            Supplier<Producer<String, byte[]>> producers,
            Serializer<? super DispatchRequested> serializer,
            ClientSettings settings) {
        TrustedRecords.allow();
        this.topic = Topics.DISPATCH_REQUESTED.nameIn(settings.topicPrefix());
        this.serializer = serializer;
        this.closesWithin = settings.deliveryTimeout();
        this.producers = producers;
        current.set(producers.get());
    }

    /**
     * Publishes a request with the header {@value HeaderNames#REQUEST_ID}. It blocks while the
     * serializer looks a schema up or Kafka's metadata is missing, at most for the delivery
     * timeout.
     *
     * @param headers further headers, such as {@code traceparent}; their values become UTF-8
     * @return where the request is; or a {@link RequestRefusedException}, or a {@link
     *     RequestNotPublishedException}
     */
    public CompletionStage<RecordMetadata> publish(
            DispatchRequested request, Map<String, String> headers) {
        var published = new CompletableFuture<RecordMetadata>();
        try {
            var record =
                    new ProducerRecord<>(
                            topic,
                            request.getServiceDeskId(),
                            serializer.serialize(topic, request));
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
            record.headers()
                    .remove(HeaderNames.REQUEST_ID)
                    .add(HeaderNames.REQUEST_ID, request.getRequestId().getBytes(UTF_8));
            send(record, request.getRequestId(), published);
        } catch (RuntimeException e) {
            published.completeExceptionally(failure(request.getRequestId(), e));
        }
        return published.minimalCompletionStage();
    }

    private void send(
            ProducerRecord<String, byte[]> record,
            String requestId,
            CompletableFuture<RecordMetadata> published) {
        var sender = producer();
        try {
            var unused =
                    sender.send(
                            record,
                            (position, failure) -> {
                                if (failure == null) {
                                    published.complete(position);
                                } else {
                                    discardIfEnded(sender, failure);
                                    published.completeExceptionally(failure(requestId, failure));
                                }
                            });
        } catch (IllegalStateException e) {
            // the producer was replaced in this moment
            published.completeExceptionally(new RequestNotPublishedException(requestId, e));
        }
    }

    private static RuntimeException failure(String requestId, Throwable cause) {
        if (cause instanceof ClientClosedException closed) {
            return closed;
        }
        return Failures.isTemporary(cause)
                ? new RequestNotPublishedException(requestId, cause)
                : new RequestRefusedException(requestId, cause);
    }

    private synchronized Producer<String, byte[]> producer() {
        if (closed) {
            throw new ClientClosedException();
        }
        var open = current.get();
        if (open == null) {
            open = producers.get();
            current.set(open);
        }
        return open;
    }

    /** The next request gets a new producer, for the case that the right was granted by then. */
    private void discardIfEnded(Producer<String, byte[]> sender, Throwable failure) {
        if (Failures.endsTheProducer(failure) && current.compareAndSet(sender, null)) {
            sender.close(Duration.ZERO);
        }
    }

    /** Waits until Kafka has confirmed what was published, at most for the delivery timeout. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        var open = current.getAndSet(null);
        if (open != null) {
            open.close(closesWithin);
        }
    }
}
