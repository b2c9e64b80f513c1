package org.teamsavailability.localstack.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.teamsavailability.schemas.Topic;

/** Waits until rows are on a compacted topic. For one thread. */
public final class TableWatch implements AutoCloseable {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final Set<String> keys = new HashSet<>();

    public TableWatch(Endpoints stack, Topic topic) {
        var name = topic.nameIn(stack.topicPrefix());
        consumer = stack.access().consumer();
        var partitions =
                consumer.partitionsFor(name).stream()
                        .map(partition -> new TopicPartition(name, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Returns when so many keys have a row.
     *
     * @throws IllegalStateException where they have not in time
     */
    public void awaitRows(int number, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (keys.size() < number) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%d of %d rows were published within %d s"
                                .formatted(keys.size(), number, patience.toSeconds()));
            }
            for (var row : consumer.poll(LOOK_AGAIN_AFTER)) {
                var key = new String(row.key(), UTF_8);
                if (row.value() == null) {
                    keys.remove(key);
                } else {
                    keys.add(key);
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
