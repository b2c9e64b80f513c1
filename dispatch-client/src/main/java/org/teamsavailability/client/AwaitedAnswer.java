package org.teamsavailability.client;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One who waits for the answer to a request. The waiting ends once: with the first answer, at the
 * deadline, by {@link #cancel}, or when the client is closed. May be used by any number of threads.
 */
public final class AwaitedAnswer {

    private final RequestKey key;
    private final Executor completions;
    private final Consumer<AwaitedAnswer> onEnd;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<ReceivedAnswer> answer = new CompletableFuture<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Future<?> deadline;

    /**
     * @param completions runs what depends on the two stages
     * @param onEnd called once, when the waiting ends
     */
    AwaitedAnswer(RequestKey key, Executor completions, Consumer<AwaitedAnswer> onEnd) {
        this.key = key;
        this.completions = completions;
        this.onEnd = onEnd;
    }

    /**
     * Completes when no answer can be missed that is written from now on: publish the request then.
     * While Kafka is unavailable it may stay open. It ends with the waiting, and then
     * exceptionally.
     */
    public CompletionStage<Void> ready() {
        return ready.minimalCompletionStage();
    }

    /**
     * The answer; or a {@link NoAnswerInTimeException}, a {@link ClientClosedException}, or after
     * {@link #cancel} a {@link CancellationException}.
     */
    public CompletionStage<ReceivedAnswer> answer() {
        return answer.minimalCompletionStage();
    }

    /** Waits no longer. */
    public void cancel() {
        fail(new CancellationException("Nobody waits for the answer any more"));
    }

    RequestKey key() {
        return key;
    }

    /** Sets what ends the waiting; it is cancelled when the waiting ends before. */
    void endsAt(Future<?> timer) {
        deadline = timer;
        if (ended.get()) {
            timer.cancel(false);
        }
    }

    /** No later answer can be missed; the caller's thread runs what depends on it. */
    void readyNow() {
        ready.complete(null);
    }

    /** The same on another thread. */
    void readyLater() {
        completions.execute(this::readyNow);
    }

    void complete(ReceivedAnswer received) {
        if (end()) {
            completions.execute(() -> {
                ready.complete(null);
                answer.complete(received);
            });
        }
    }

    void fail(RuntimeException failure) {
        if (end()) {
            completions.execute(() -> {
                ready.completeExceptionally(failure);
                answer.completeExceptionally(failure);
            });
        }
    }

    private boolean end() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        onEnd.accept(this);
        var timer = deadline;
        if (timer != null) {
            timer.cancel(false);
        }
        return true;
    }
}
