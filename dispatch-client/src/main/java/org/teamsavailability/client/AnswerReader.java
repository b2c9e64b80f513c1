package org.teamsavailability.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.HeaderNames;

/**
 * Reads the answers from the end of the topic on, and hands each to those who wait for it. A
 * failure of Kafka closes the consumer; the next one continues at the same positions. It runs on a
 * thread of its own.
 */
final class AnswerReader implements Runnable {

    private static final System.Logger LOG = System.getLogger(AnswerReader.class.getName());

    /**
     * Bounds how late the reader notices that nobody waits, or that a record can be tried again.
     */
    private static final Duration LOOK_UP_EVERY = Duration.ofMillis(100);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final AnswerPositions positions;
    private final AnswerDecoder decoder;
    private final Waiters waiters;
    private final BooleanSupplier ended;
    private final Duration connectAgainAfter;
    private final Runnable onReady;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private boolean failing;

    /**
     * @param onReady called when no later answer can be missed; again after each new consumer
     * @param ended whether to stop; asked in each round, and true once means stopped
     */
    AnswerReader(
            AnswerPositions positions,
            Supplier<Consumer<byte[], byte[]>> consumers,
            AnswerDecoder decoder,
            Waiters waiters,
            Runnable onReady,
            BooleanSupplier ended,
            Duration connectAgainAfter) {
        this.consumers = consumers;
        this.positions = positions;
        this.decoder = decoder;
        this.waiters = waiters;
        this.onReady = onReady;
        this.ended = ended;
        this.connectAgainAfter = connectAgainAfter;
    }

    /** Ends a call that waits for Kafka. May be called from any thread. */
    void wakeUp() {
        var open = consumer;
        if (open != null) {
            open.wakeup();
        }
    }

    @Override
    public void run() {
        while (!ended.getAsBoolean()) {
            try (var open = consumers.get()) {
                consumer = open;
                positions.assign(open);
                onReady.run();
                follow(open);
                return;
            } catch (WakeupException e) {
                // the loop sees whether to stop
            } catch (RuntimeException e) {
                complain(e);
                LockSupport.parkNanos(connectAgainAfter.toNanos());
            } finally {
                consumer = null;
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> open) {
        while (!ended.getAsBoolean()) {
            for (var record : open.poll(LOOK_UP_EVERY)) {
                if (isAwaited(record)) {
                    decoder.accept(record);
                }
                positions.passed(record);
            }
            decoder.tryAgain();
            positions.assignNewPartitions(open);
            failing = false;
        }
    }

    /** Told by the key and, where the enricher has written it, by the header with the id. */
    private boolean isAwaited(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return false;
        }
        var desk = new String(record.key(), UTF_8);
        if (!waiters.hasAny(desk)) {
            return false;
        }
        var id = record.headers().lastHeader(HeaderNames.CLOUD_EVENT_ID);
        return id == null
                || id.value() == null
                || !waiters.of(new RequestKey(desk, new String(id.value(), UTF_8))).isEmpty();
    }

    /** Once for each interruption: what is tried every half second would fill the log. */
    private void complain(RuntimeException failure) {
        if (!failing) {
            LOG.log(
                    Level.WARNING,
                    "The answers cannot be read ({0}); the reader tries again until it can",
                    failure.toString());
        }
        failing = true;
    }
}
