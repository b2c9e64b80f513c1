package org.teamsavailability.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.client.Requests.DESK;
import static org.teamsavailability.client.Requests.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private final FakeTopic topic = new FakeTopic(1);

    @AutoClose private Answers answers = answers(ClientSettings.withPrefix(""));

    @Test
    void readsFromTheEndOfTheTopic() {
        write("r", "before");

        var waiter = ready("r");
        write("r", "after");

        assertThat(waiter.answer().toCompletableFuture().join())
                .satisfies(received -> {
                    assertThat(received.answer().getRunOutput()).isEqualTo("after");
                    assertThat(received.partition()).isZero();
                    assertThat(received.offset()).isOne();
                });
    }

    @Test
    void givesUpAtTheDeadlineAndIgnoresALaterAnswer() {
        var late = answers.await(DESK, "late", Instant.now());
        assertThatFailureOf(late.answer()).isInstanceOf(NoAnswerInTimeException.class);

        var waiter = ready("r");
        write("late", "");
        write("r", "");

        waiter.answer().toCompletableFuture().join();
        assertThat(answers.waiting()).isZero();
        assertThatFailureOf(late.answer()).isInstanceOf(NoAnswerInTimeException.class);
    }

    @Test
    void isNotReadyWhileKafkaIsUnavailable() {
        topic.fail(Integer.MAX_VALUE);

        var waiter = answers.await(DESK, "r", Instant.now().plusMillis(200));

        assertThatFailureOf(waiter.ready()).isInstanceOf(NoAnswerInTimeException.class);
    }

    @Test
    void continuesWhereItHasStoppedAfterAFailure() {
        var waiter = ready("r");
        topic.fail(3);
        write("r", "during the failure");

        assertThat(waiter.answer().toCompletableFuture().join().answer().getRunOutput())
                .isEqualTo("during the failure");
        assertThat(topic.opened()).isGreaterThan(1);
    }

    @Test
    void readsNewPartitionsFromTheirStart() {
        var waiter = ready("r");
        topic.addPartitions(1);
        topic.append(1, DESK, PlainRecords.bytes(answer(DESK, "r", "")));

        assertThat(waiter.answer().toCompletableFuture().join().partition()).isOne();
    }

    @Test
    void skipsAndCountsWhatItCannotDecode() {
        var waiter = ready("r");
        topic.append(0, DESK, new byte[] {1});
        topic.append(0, DESK, null);
        topic.append(0, "contoso", new byte[] {1});
        write("r", "");

        waiter.answer().toCompletableFuture().join();
        assertThat(answers.skipped()).isOne();
    }

    @Test
    void closesTheConsumerWhenNobodyWaitsAndOpensItAgain() {
        answers.close();
        var brief = new ClientSettings("", 10, Duration.ofMillis(1), Duration.ofSeconds(5));
        answers = answers(brief);
        for (int round = 0; round < 2; round++) {
            var waiter = ready("r");
            write("r", "");
            waiter.answer().toCompletableFuture().join();
            await().until(() -> !answers.isReading());
        }
        assertThat(topic.opened()).isEqualTo(2);
    }

    @Test
    void refusesMoreWaitersThanMayWait() {
        answers.close();
        answers = answers(ClientSettings.withPrefix("").withMaxWaiting(2));
        var first = ready("r-1");
        ready("r-1");

        assertThatThrownBy(() -> ready("r-2"))
                .isInstanceOf(TooManyWaitingException.class)
                .hasMessageStartingWith("2 requests wait for their answers");
        first.cancel();
        assertThatFailureOf(first.answer()).isInstanceOf(CancellationException.class);
        assertThat(ready("r-2")).isNotNull();
    }

    @Test
    void endsAllWaitingWhenItIsClosed() {
        var waiter = ready("r");
        answers.close();

        assertThatFailureOf(waiter.answer()).isInstanceOf(ClientClosedException.class);
        assertThatThrownBy(() -> ready("r")).isInstanceOf(ClientClosedException.class);
        assertThat(answers.waiting()).isZero();
    }

    private AwaitedAnswer ready(String requestId) {
        var waiter = answers.await(DESK, requestId, Instant.now().plusSeconds(300));
        waiter.ready().toCompletableFuture().join();
        return waiter;
    }

    private void write(String requestId, String runOutput) {
        topic.append(0, DESK, PlainRecords.bytes(answer(DESK, requestId, runOutput)));
    }

    private Answers answers(ClientSettings settings) {
        return new Answers(
                topic::consumer,
                new PlainRecords.AnswerDeserializer(),
                settings,
                Duration.ofMillis(1));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertThatFailureOf(
            CompletionStage<?> stage) {
        var failed = stage.toCompletableFuture().handle((value, failure) -> failure).join();
        return assertThat(failed instanceof CompletionException ? failed.getCause() : failed);
    }
}
