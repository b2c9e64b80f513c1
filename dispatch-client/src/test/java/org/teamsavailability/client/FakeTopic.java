package org.teamsavailability.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * A topic in memory, and consumers of it. A poll gives back one record, and fails as often as the
 * test says. May be used by any number of threads.
 */
final class FakeTopic {

    static final String NAME = "candidate-availability";

    private final List<List<ConsumerRecord<byte[], byte[]>>> partitions = new ArrayList<>();
    private int failures;
    private int opened;

    FakeTopic(int partitions) {
        addPartitions(partitions);
    }

    synchronized void addPartitions(int more) {
        for (int i = 0; i < more; i++) {
            partitions.add(new ArrayList<>());
        }
        notifyAll();
    }

    /** The next calls to Kafka fail, this many of them. */
    synchronized void fail(int times) {
        failures = times;
        notifyAll();
    }

    synchronized void append(int partition, String key, byte @Nullable [] value) {
        var log = partitions.get(partition);
        log.add(new ConsumerRecord<>(NAME, partition, log.size(), key.getBytes(UTF_8), value));
        notifyAll();
    }

    /** How many consumers were opened. */
    synchronized int opened() {
        return opened;
    }

    /** A consumer; what the client does not use, it cannot do. */
    @SuppressWarnings("unchecked") // of the interface that it was made of
    synchronized Consumer<byte[], byte[]> consumer() {
        opened++;
        var positions = new HashMap<TopicPartition, Long>();
        var woken = new boolean[1];
        return (Consumer<byte[], byte[]>)
                Proxy.newProxyInstance(
                        FakeTopic.class.getClassLoader(),
                        new Class<?>[] {Consumer.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "partitionsFor" -> partitionsFor();
                                    case "endOffsets" -> ends((Collection<?>) arguments[0]);
                                    case "assign" -> {
                                        positions.keySet().retainAll((Collection<?>) arguments[0]);
                                        yield null;
                                    }
                                    case "seek" ->
                                            positions.put(
                                                    (TopicPartition) arguments[0],
                                                    (Long) arguments[1]);
                                    case "poll" -> poll(positions, (Duration) arguments[0], woken);
                                    case "wakeup" -> wakeUp(woken);
                                    case "close" -> null;
                                    default -> throw new AssertionError(method);
                                });
    }

    private synchronized List<PartitionInfo> partitionsFor() {
        failIfTold();
        return IntStream.range(0, partitions.size())
                .mapToObj(number -> new PartitionInfo(NAME, number, null, null, null))
                .toList();
    }

    private synchronized Map<TopicPartition, Long> ends(Collection<?> asked) {
        failIfTold();
        var ends = new HashMap<TopicPartition, Long>();
        for (var partition : asked) {
            var each = (TopicPartition) partition;
            ends.put(each, (long) partitions.get(each.partition()).size());
        }
        return ends;
    }

    private synchronized ConsumerRecords<byte[], byte[]> poll(
            Map<TopicPartition, Long> positions, Duration atMost, boolean[] woken)
            throws InterruptedException {
        for (int round = 0; round < 2; round++) {
            failIfTold();
            if (woken[0]) {
                woken[0] = false;
                throw new WakeupException();
            }
            for (var position : positions.entrySet()) {
                var log = partitions.get(position.getKey().partition());
                if (position.getValue() < log.size()) {
                    var record = log.get(position.getValue().intValue());
                    position.setValue(position.getValue() + 1);
                    return new ConsumerRecords<>(
                            Map.of(position.getKey(), List.of(record)), Map.of());
                }
            }
            if (round == 0) {
                wait(atMost.toMillis());
            }
        }
        return ConsumerRecords.empty();
    }

    private synchronized @Nullable Object wakeUp(boolean[] woken) {
        woken[0] = true;
        notifyAll();
        return null;
    }

    private void failIfTold() {
        if (failures > 0) {
            failures--;
            throw new KafkaException("Told to fail");
        }
    }
}
