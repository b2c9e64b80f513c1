package org.teamsavailability.mapping.availability.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.availability.Search;
import org.teamsavailability.mapping.search.messaging.ConsumerPool;

/**
 * Reads a part of a partition, from an offset to the end that it has when the reading begins, or to
 * a limit of bytes or time. A few threads read, each with a consumer that no other thread uses at
 * the time; callers wait for their turn.
 */
final class PartitionReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final ConsumerPool consumers;
    private final long mostBytes;
    private final Duration within;

    /**
     * Connects to nothing yet.
     *
     * @param open makes a consumer that starts at the earliest record where an offset is gone
     * @param readers how many partitions may be read at a time, 1 or more
     * @param mostBytes of keys and values, after which a reading ends
     * @param within how long a reading may take
     */
    PartitionReader(
            Supplier<Consumer<byte[], byte[]>> open, int readers, long mostBytes, Duration within) {
        this.consumers = new ConsumerPool(open, readers, "partition-reader-");
        this.mostBytes = mostBytes;
        this.within = within;
    }

    /** Whether a record is the one that is looked for: what it is, or null. */
    @FunctionalInterface
    interface Match<T> {
        @Nullable T of(ConsumerRecord<byte[], byte[]> record);
    }

    /**
     * Looks for a record.
     *
     * @throws ExecutionException with the cause if Kafka fails, or the match does
     */
    <T> Search<T> find(TopicPartition partition, long from, Match<T> match)
            throws InterruptedException, ExecutionException {
        return consumers.use(consumer -> read(consumer, partition, from, match));
    }

    private <T> Search<T> read(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long from,
            Match<T> match) {
        long started = System.nanoTime();
        consumer.assign(List.of(partition));
        Long known = consumer.endOffsets(List.of(partition)).get(partition);
        long end = known == null ? 0 : known;
        consumer.seek(partition, from);
        long bytes = 0;
        while (consumer.position(partition) < end) {
            for (var record : consumer.poll(POLL).records(partition)) {
                if (record.offset() >= end) {
                    break;
                }
                var what = match.of(record);
                if (what != null) {
                    return new Search.Found<>(what, record.offset());
                }
                bytes += record.serializedKeySize() + record.serializedValueSize();
                if (bytes >= mostBytes) {
                    return new Search.Absent<>(record.offset() + 1, record.offset() + 1 >= end);
                }
            }
            if (System.nanoTime() - started >= within.toNanos()) {
                long position = consumer.position(partition);
                return new Search.Absent<>(Math.min(position, end), position >= end);
            }
        }
        return new Search.Absent<>(end, true);
    }

    @Override
    public void close() {
        consumers.close();
    }
}
