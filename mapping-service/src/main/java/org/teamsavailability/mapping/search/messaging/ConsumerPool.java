package org.teamsavailability.mapping.search.messaging;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * A few threads, each with a consumer that no other thread uses at the time. Callers wait for their
 * turn. A consumer is opened when it is needed and kept for the next caller. Any thread.
 */
public final class ConsumerPool implements AutoCloseable {

    /** A consumer is in no group, so nobody has to hear of its end. */
    private static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ZERO);

    private final Supplier<Consumer<byte[], byte[]>> open;
    private final ExecutorService threads;
    private final Deque<Consumer<byte[], byte[]>> idle = new ConcurrentLinkedDeque<>();

    /**
     * Connects to nothing yet.
     *
     * @param open makes a consumer without a group
     * @param most consumers at a time, 1 or more
     * @param threadName of its threads, before their number
     */
    public ConsumerPool(Supplier<Consumer<byte[], byte[]>> open, int most, String threadName) {
        this.open = open;
        this.threads =
                Executors.newFixedThreadPool(
                        most, Thread.ofPlatform().name(threadName, 0).daemon().factory());
    }

    /** What is done with a consumer. */
    @FunctionalInterface
    public interface Use<T> {
        T of(Consumer<byte[], byte[]> consumer);
    }

    /**
     * Uses a consumer. One whose use failed is closed.
     *
     * @throws ExecutionException with the cause if the use fails
     */
    public <T> T use(Use<T> use) throws InterruptedException, ExecutionException {
        return threads.submit(() -> useHere(use)).get();
    }

    private <T> T useHere(Use<T> use) {
        var kept = idle.poll();
        var consumer = kept == null ? open.get() : kept;
        try {
            var result = use.of(consumer);
            idle.push(consumer);
            return result;
        } catch (RuntimeException e) {
            consumer.close(AT_ONCE);
            throw e;
        }
    }

    @Override
    public void close() {
        var _ = threads.shutdownNow();
        for (var consumer = idle.poll(); consumer != null; consumer = idle.poll()) {
            consumer.close(AT_ONCE);
        }
    }
}
