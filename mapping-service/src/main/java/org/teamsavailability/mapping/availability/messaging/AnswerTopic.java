package org.teamsavailability.mapping.availability.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.client.Answers;
import org.teamsavailability.client.AwaitedAnswer;
import org.teamsavailability.client.ClientClosedException;
import org.teamsavailability.client.NoAnswerInTimeException;
import org.teamsavailability.client.TooManyWaitingException;
import org.teamsavailability.mapping.availability.AnswerStream;
import org.teamsavailability.mapping.availability.AvailabilityRequests;
import org.teamsavailability.mapping.availability.Search;
import org.teamsavailability.schemas.CandidateAvailability;

/**
 * Reads {@code candidate-availability}: new answers with the one consumer of the client library,
 * and older ones from an offset. Any thread.
 */
final class AnswerTopic implements AnswerStream {

    private final String topic;
    private final Answers newAnswers;
    private final AnswerReader answers;
    private final PartitionReader reader;
    private final AnswerTimes times;
    private final StreamFailures failures;
    private final Clock clock;

    /**
     * How long a call may take.
     *
     * @param ready until the consumer is open
     * @param publish until the request is on its topic
     */
    record AnswerTimes(Duration ready, Duration publish) {

        /** After which no call waits any more. */
        Duration longest() {
            return ready.plus(publish).plus(AvailabilityRequests.LONGEST_WAIT);
        }
    }

    /**
     * @param newAnswers stay the caller's, who closes them to end all waits
     * @param reader reads what is committed
     */
    AnswerTopic(
            String topic,
            Answers newAnswers,
            AnswerReader answers,
            PartitionReader reader,
            AnswerTimes times,
            StreamFailures failures,
            Clock clock) {
        this.topic = topic;
        this.newAnswers = newAnswers;
        this.answers = answers;
        this.reader = reader;
        this.times = times;
        this.failures = failures;
        this.clock = clock;
    }

    @Override
    public Awaited await(String serviceDeskId, String requestId) {
        try {
            var awaited =
                    newAnswers.await(
                            serviceDeskId, requestId, clock.instant().plus(times.longest()));
            try {
                var _ =
                        awaited.ready()
                                .toCompletableFuture()
                                .get(times.ready().toMillis(), TimeUnit.MILLISECONDS);
                return new Waiting(awaited);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                awaited.cancel();
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.unavailable("open answers", e);
        } catch (ExecutionException
                | TimeoutException
                | TooManyWaitingException
                | ClientClosedException e) {
            throw failures.unavailable("open answers", e);
        }
    }

    private record Waiting(AwaitedAnswer awaited) implements Awaited {

        @Override
        public @Nullable CandidateAvailability within(Duration patience)
                throws InterruptedException {
            try {
                return awaited.answer()
                        .toCompletableFuture()
                        .get(patience.toNanos(), TimeUnit.NANOSECONDS)
                        .answer();
            } catch (TimeoutException _) {
                return null;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof ClientClosedException
                        || e.getCause() instanceof NoAnswerInTimeException) {
                    return null;
                }
                throw new IllegalStateException("A wait for an answer failed", e);
            }
        }

        @Override
        public void close() {
            awaited.cancel();
        }
    }

    @Override
    public Search<CandidateAvailability> findAnswer(
            String serviceDeskId, String requestId, int partition, long from) {
        var wanted = Set.of(requestId);
        try {
            return reader.find(
                    new TopicPartition(topic, partition),
                    from,
                    record ->
                            AnswerReader.deskOf(record).equals(serviceDeskId)
                                    ? answers.read(record, wanted)
                                    : null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.unavailable("read answers", e);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw failures.unavailable("read answers", cause == null ? e : cause);
        }
    }
}
