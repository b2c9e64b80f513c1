package org.teamsavailability.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.teamsavailability.schemas.CandidateAvailability;

/**
 * Decodes answers and hands them to those who wait. While the schema registry is unavailable it
 * keeps the records whose schema it does not know, and tries them again. It skips and counts what
 * cannot be decoded. For the reader's thread.
 */
final class AnswerDecoder {

    /** Records that are kept at most; the oldest makes room. */
    private static final int MOST_KEPT = 1_000;

    /** Longer than anybody waits who waited when the record came. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final Deserializer<?> deserializer;
    private final Waiters waiters;
    private final AtomicLong skipped;
    private final LongSupplier nanoTime;
    private final Deque<Kept> kept = new ArrayDeque<>();

    private record Kept(ConsumerRecord<byte[], byte[]> record, long since) {}

    /**
     * @param skipped counts the records that cannot be decoded
     */
    AnswerDecoder(
            Deserializer<?> deserializer,
            Waiters waiters,
            AtomicLong skipped,
            LongSupplier nanoTime) {
        this.deserializer = deserializer;
        this.waiters = waiters;
        this.skipped = skipped;
        this.nanoTime = nanoTime;
    }

    /** Decodes a record; keeps it if only the registry stands in the way. */
    void accept(ConsumerRecord<byte[], byte[]> record) {
        // one call that waits for the registry is enough in a round
        if (!kept.isEmpty() || !decodes(record)) {
            if (kept.size() == MOST_KEPT) {
                kept.removeFirst();
                skipped.incrementAndGet();
            }
            kept.addLast(new Kept(record, nanoTime.getAsLong()));
        }
    }

    /** Tries the kept records again, up to the first that still cannot be decoded. */
    void tryAgain() {
        for (int left = kept.size(); left > 0; left--) {
            var next = kept.removeFirst();
            if (isOfUse(next) && !decodes(next.record())) {
                kept.addLast(next);
                return;
            }
        }
    }

    private boolean isOfUse(Kept next) {
        if (!waiters.hasAny(new String(next.record().key(), UTF_8))) {
            return false;
        }
        if (nanoTime.getAsLong() - next.since() > KEPT_FOR.toNanos()) {
            skipped.incrementAndGet();
            return false;
        }
        return true;
    }

    /** False where a later try may succeed. */
    private boolean decodes(ConsumerRecord<byte[], byte[]> record) {
        Object value;
        try {
            value = deserializer.deserialize(record.topic(), record.value());
        } catch (RuntimeException e) {
            if (Failures.isTemporary(e)) {
                return false;
            }
            skipped.incrementAndGet();
            return true;
        }
        if (value instanceof CandidateAvailability answer) {
            handOver(record, answer);
        } else {
            skipped.incrementAndGet();
        }
        return true;
    }

    private void handOver(ConsumerRecord<?, ?> record, CandidateAvailability answer) {
        var desk = new String((byte[]) record.key(), UTF_8);
        var received = new ReceivedAnswer(record.partition(), record.offset(), answer);
        waiters.of(new RequestKey(desk, answer.getRequestId()))
                .forEach(waiter -> waiter.complete(received));
    }
}
