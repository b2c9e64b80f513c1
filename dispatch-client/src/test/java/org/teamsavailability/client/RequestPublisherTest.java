package org.teamsavailability.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.teamsavailability.client.Requests.DESK;
import static org.teamsavailability.client.Requests.request;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.DispatchRequested;

class RequestPublisherTest {

    private final List<MockProducer<String, byte[]>> producers = new ArrayList<>();
    private Serializer<Object> serializer = (topic, value) -> new byte[] {7};

    private final RequestPublisher publisher =
            new RequestPublisher(
                    this::producer,
                    (Serializer<DispatchRequested>)
                            (topic, value) -> serializer.serialize(topic, value),
                    ClientSettings.withPrefix("t."));

    @Test
    void publishesUnderTheKeyOfTheDeskWithTheIdAsHeader() {
        var published =
                publisher.publish(
                        request("r-1", null),
                        Map.of("traceparent", "00-1-2-01", "requestId", "another"));
        producers.getFirst().completeNext();

        assertThat(published.toCompletableFuture().join().offset()).isZero();
        var record = producers.getFirst().history().getFirst();
        assertThat(record.topic()).isEqualTo("t.dispatch-requested");
        assertThat(record.key()).isEqualTo(DESK);
        assertThat(record.value()).containsExactly(7);
        assertThat(record.headers())
                .extracting(Header::key, header -> new String(header.value(), UTF_8))
                .containsExactlyInAnyOrder(
                        tuple("traceparent", "00-1-2-01"), tuple("requestId", "r-1"));
    }

    @Test
    void refusesWhatCanNeverBePublished() {
        assertThat(failureOf(new RecordTooLargeException("too large")))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage(
                        "The request r cannot be published (RecordTooLargeException: too large)");
        assertThat(failureOf(new TopicAuthorizationException("dispatch-requested")))
                .isInstanceOf(RequestRefusedException.class);
        assertThat(producers).hasSize(1);
    }

    @Test
    void saysThatALaterTryMaySucceedWhileKafkaIsUnavailable() {
        assertThat(failureOf(new TimeoutException("no broker")))
                .isInstanceOf(RequestNotPublishedException.class)
                .hasMessageContaining("Kafka or the schema registry is unavailable");
    }

    @Test
    void tellsARequestThatCannotBeSerializedFromARegistryThatIsUnavailable() {
        serializer =
                (topic, value) -> {
                    throw new SerializationException("a null in a field");
                };
        assertThat(causeOf(publisher.publish(request("r", null), Map.of())))
                .isInstanceOf(RequestRefusedException.class);

        serializer =
                (topic, value) -> {
                    throw new SerializationException(new IOException("no registry"));
                };
        assertThat(causeOf(publisher.publish(request("r", null), Map.of())))
                .isInstanceOf(RequestNotPublishedException.class);
    }

    @Test
    void opensANewProducerAfterAFailureThatEndsTheOldOne() {
        assertThat(failureOf(new AuthenticationException("wrong password")))
                .isInstanceOf(RequestRefusedException.class);
        assertThat(producers.getFirst().closed()).isTrue();

        var published = publisher.publish(request("r", null), Map.of());
        producers.getLast().completeNext();

        assertThat(published.toCompletableFuture().join().offset()).isZero();
        assertThat(producers).hasSize(2);
    }

    @Test
    void publishesNothingAfterItIsClosed() {
        publisher.close();

        assertThat(producers.getFirst().closed()).isTrue();
        assertThat(causeOf(publisher.publish(request("r", null), Map.of())))
                .isInstanceOf(ClientClosedException.class);
    }

    @Test
    void theProducerIsIdempotentWithoutTransaction() {
        var configuration =
                Configurations.producer(
                        Map.of("acks", "1", "transactional.id", "t", "linger.ms", 3),
                        Duration.ofSeconds(5));

        assertThat(configuration)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("delivery.timeout.ms", 5_000)
                .containsEntry("max.block.ms", 5_000)
                .containsEntry("linger.ms", 3)
                .doesNotContainKey("transactional.id");
    }

    @Test
    void theConsumerSeesCommittedRecordsOnlyAndHasNoGroup() {
        var configuration =
                Configurations.consumer(
                        Map.of("isolation.level", "read_uncommitted", "group.id", "g"));

        assertThat(configuration)
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", false)
                .doesNotContainKey("group.id");
    }

    private @Nullable Throwable failureOf(RuntimeException failure) {
        var published = publisher.publish(request("r", null), Map.of());
        producers.getLast().errorNext(failure);
        return causeOf(published);
    }

    private static @Nullable Throwable causeOf(CompletionStage<?> stage) {
        var failure = stage.toCompletableFuture().handle((value, failed) -> failed).join();
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    private MockProducer<String, byte[]> producer() {
        var producer =
                new MockProducer<>(
                        false,
                        new RoundRobinPartitioner(),
                        new StringSerializer(),
                        new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }
}
