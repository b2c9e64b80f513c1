package org.teamsavailability.client;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;

/**
 * Asks which technicians are available. The answer always comes: the enricher's, or at the deadline
 * the {@link NeutralAnswer}.
 *
 * <p>It has one producer, and one consumer that is open while requests come. Keep one client for
 * the life of the program. May be used by any number of threads.
 */
public final class DispatchClient implements AutoCloseable {

    private final RequestPublisher publisher;
    private final Answers answers;
    private final Clock clock;
    private final ThreadPoolExecutor publishing;
    private final Runnable closeSerializers;

    /**
     * Connects to nothing yet.
     *
     * @param kafka a configuration of Kafka's clients with {@code bootstrap.servers}, {@code
     *     value.serializer} and {@code value.deserializer}, and what these two need; the
     *     deserializer must return the generated records
     * @throws org.apache.kafka.common.KafkaException if the configuration cannot be used
     */
    public DispatchClient(Map<String, ?> kafka, ClientSettings settings) {
        this(kafka, settings, Serializers.serializer(kafka), Serializers.deserializer(kafka));
    }

    private DispatchClient(
            Map<String, ?> kafka,
            ClientSettings settings,
            Serializer<Object> serializer,
            Deserializer<?> deserializer) {
        this(
                new RequestPublisher(kafka, serializer, settings),
                new Answers(kafka, deserializer, settings),
                settings,
                Clock.systemUTC(),
                () -> {
                    serializer.close();
                    deserializer.close();
                });
    }

    /** The client closes the two parts. */
    DispatchClient(
            RequestPublisher publisher,
            Answers answers,
            ClientSettings settings,
            Clock clock,
            Runnable closeSerializers) {
        this.publisher = publisher;
        this.answers = answers;
        this.clock = clock;
        this.closeSerializers = closeSerializers;
        this.publishing =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(settings.maxWaiting()),
                        DaemonThreads.named("publisher"),
                        new ThreadPoolExecutor.DiscardPolicy());
    }

    /** As {@link #ask(DispatchRequested, Map)}, without further headers. */
    public CompletionStage<CandidateAvailability> ask(DispatchRequested request) {
        return ask(request, Map.of());
    }

    /**
     * Publishes a request and waits for its answer, until a second after {@code respondBy}; without
     * {@code respondBy} for three seconds, and never longer than 31 s. It does not block.
     *
     * @param headers further headers of the record, such as {@code traceparent}
     * @return the answer, or at the deadline the {@link NeutralAnswer}; it fails at once with a
     *     {@link RequestRefusedException} if the request can never be published, and with a {@link
     *     TooManyWaitingException} if as many requests wait as may
     */
    public CompletionStage<CandidateAvailability> ask(
            DispatchRequested request, Map<String, String> headers) {
        AwaitedAnswer waiter;
        try {
            waiter =
                    answers.await(
                            request.getServiceDeskId(),
                            request.getRequestId(),
                            Deadlines.of(request, clock.instant()));
        } catch (TooManyWaitingException | ClientClosedException e) {
            return CompletableFuture.failedStage(e);
        }
        var answer = new CompletableFuture<CandidateAvailability>();
        waiter.answer()
                .whenComplete((received, failure) -> {
                    if (received != null) {
                        answer.complete(received.answer());
                    } else {
                        endWithout(answer, request, failure);
                    }
                });
        waiter.ready().thenRunAsync(() -> publish(request, headers, waiter, answer), publishing);
        return answer.minimalCompletionStage();
    }

    private void endWithout(
            CompletableFuture<CandidateAvailability> answer,
            DispatchRequested request,
            Throwable failure) {
        var cause = cause(failure);
        if (cause instanceof NoAnswerInTimeException) {
            answer.complete(NeutralAnswer.of(request, clock.instant()));
        } else {
            answer.completeExceptionally(cause);
        }
    }

    /** Not if the deadline has passed by now. */
    private void publish(
            DispatchRequested request,
            Map<String, String> headers,
            AwaitedAnswer waiter,
            CompletableFuture<CandidateAvailability> answer) {
        if (answer.isDone()) {
            return;
        }
        publisher
                .publish(request, headers)
                .whenComplete((position, failure) -> {
                    if (failure != null
                            && cause(failure) instanceof RequestRefusedException refused) {
                        answer.completeExceptionally(refused);
                        waiter.cancel();
                    }
                });
    }

    /** A stage that depends on another wraps the failure of that one. */
    private static Throwable cause(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : null;
        return cause == null ? failure : cause;
    }

    /** How many requests wait for their answers now. */
    public int waiting() {
        return answers.waiting();
    }

    /** How many records on the topic of the answers could not be decoded, since the start. */
    public long skipped() {
        return answers.skipped();
    }

    /** Ends all waiting with {@link ClientClosedException}, and closes producer and consumer. */
    @Override
    public void close() {
        answers.close();
        publishing.shutdownNow();
        publisher.close();
        closeSerializers.run();
    }
}
