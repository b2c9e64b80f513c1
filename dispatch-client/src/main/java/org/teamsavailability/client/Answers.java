package org.teamsavailability.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.TrustedRecords;

/**
 * The answers on {@code candidate-availability}, for those who wait for them.
 *
 * <p>One consumer without a group reads every partition from the end on. The first waiter opens it,
 * and it is closed when nobody has waited for a while. May be used by any number of threads.
 */
public final class Answers implements AutoCloseable {

    private static final Duration CONNECT_AGAIN_AFTER = Duration.ofMillis(500);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(5);

    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Deserializer<?> deserializer;
    private final Waiters waiters;
    private final long idleNanos;
    private final Duration connectAgainAfter;
    private final Executor completions = ForkJoinPool.commonPool();
    private final ScheduledThreadPoolExecutor deadlines;
    private final AtomicLong skipped = new AtomicLong();

    // Guarded by this.
    private @Nullable AnswerReader reader;
    private @Nullable Thread thread;
    private boolean ready;
    private boolean closed;
    private long lastWaited;

    /**
     * Connects to nothing yet. The deserializer stays the caller's.
     *
     * @param kafka a configuration of Kafka's clients, such as {@code bootstrap.servers}
     * @param deserializer reads values as {@code CandidateAvailability}, on the reader's thread
     * @throws org.apache.kafka.common.config.ConfigException if the configuration cannot be used
     */
    public Answers(Map<String, ?> kafka, Deserializer<?> deserializer, ClientSettings settings) {
        this(consumers(kafka), deserializer, settings, CONNECT_AGAIN_AFTER);
    }

    Answers(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Deserializer<?> deserializer,
            ClientSettings settings,
            Duration connectAgainAfter) {
        TrustedRecords.allow();
        this.topic = Topics.CANDIDATE_AVAILABILITY.nameIn(settings.topicPrefix());
        this.consumers = consumers;
        this.deserializer = deserializer;
        this.waiters = new Waiters(settings.maxWaiting());
        this.idleNanos = settings.idleAfter().toNanos();
        this.connectAgainAfter = connectAgainAfter;
        this.deadlines =
                new ScheduledThreadPoolExecutor(1, DaemonThreads.named("answer-deadlines"));
        deadlines.setRemoveOnCancelPolicy(true);
    }

    private static Supplier<Consumer<byte[], byte[]>> consumers(Map<String, ?> kafka) {
        var settings = Configurations.consumer(kafka);
        var checked = new ConsumerConfig(settings).originals();
        return () -> new KafkaConsumer<>(checked);
    }

    /**
     * Waits for the answer to a request. Publish the request when {@link AwaitedAnswer#ready} has
     * completed.
     *
     * @param until when to give up, by the clock of this machine
     * @throws TooManyWaitingException if as many wait as may
     * @throws ClientClosedException after {@link #close}
     */
    public AwaitedAnswer await(String serviceDeskId, String requestId, Instant until) {
        var waiter =
                new AwaitedAnswer(
                        new RequestKey(serviceDeskId, requestId), completions, waiters::remove);
        synchronized (this) {
            if (closed) {
                throw new ClientClosedException();
            }
            waiters.add(waiter);
            if (reader == null) {
                start();
            }
            if (ready) {
                waiter.readyNow();
            }
            waiter.endsAt(
                    deadlines.schedule(
                            () -> waiter.fail(new NoAnswerInTimeException(requestId)),
                            Duration.between(Instant.now(), until).toMillis(),
                            TimeUnit.MILLISECONDS));
        }
        return waiter;
    }

    /** How many wait now. */
    public int waiting() {
        return waiters.size();
    }

    /** How many records of a desk that had waiters could not be decoded, since the start. */
    public long skipped() {
        return skipped.get();
    }

    /** How many deadlines are set. */
    int timers() {
        return deadlines.getQueue().size();
    }

    /** Whether the consumer is open, or is being opened. */
    synchronized boolean isReading() {
        return reader != null;
    }

    private synchronized void start() {
        ready = false;
        lastWaited = System.nanoTime();
        var decoder = new AnswerDecoder(deserializer, waiters, skipped, System::nanoTime);
        var started =
                new AnswerReader(
                        new AnswerPositions(topic),
                        consumers,
                        decoder,
                        waiters,
                        this::ready,
                        this::ended,
                        connectAgainAfter);
        reader = started;
        thread = DaemonThreads.named("answer-reader").newThread(started);
        thread.start();
    }

    private synchronized void ready() {
        if (!ready) {
            ready = true;
            waiters.all().forEach(AwaitedAnswer::readyLater);
        }
    }

    /** True once for a reader: then it is the reader no more. */
    private synchronized boolean ended() {
        if (closed) {
            return true;
        }
        if (waiters.size() > 0) {
            lastWaited = System.nanoTime();
        }
        if (System.nanoTime() - lastWaited < idleNanos) {
            return false;
        }
        reader = null;
        thread = null;
        ready = false;
        return true;
    }

    /** Ends the waiting of all with {@link ClientClosedException}, and closes the consumer. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            running = thread;
            if (reader != null) {
                reader.wakeUp();
            }
        }
        waiters.all().forEach(waiter -> waiter.fail(new ClientClosedException()));
        deadlines.shutdownNow();
        if (running != null) {
            LockSupport.unpark(running);
            join(running);
        }
    }

    private static void join(Thread running) {
        try {
            running.join(CLOSES_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
