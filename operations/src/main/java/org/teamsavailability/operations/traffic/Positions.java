package org.teamsavailability.operations.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Where a consumer without a group stands on its topics. */
final class Positions {

    private Positions() {}

    /** Every partition of these topics. */
    static List<TopicPartition> partitions(Consumer<?, ?> consumer, Collection<String> topics) {
        return partitions(consumer, topics, (_, _) -> true);
    }

    /** The chosen partitions of these topics. */
    static List<TopicPartition> partitions(
            Consumer<?, ?> consumer, Collection<String> topics, PartitionChoice chosen) {
        var all = new ArrayList<TopicPartition>();
        for (var topic : topics) {
            var partitions = consumer.partitionsFor(topic);
            for (var partition : partitions) {
                if (chosen.holds(partition.partition(), partitions.size())) {
                    all.add(new TopicPartition(topic, partition.partition()));
                }
            }
        }
        return all;
    }

    /** Moves to the first record of this time or later; to the end where there is none. */
    static void seek(Consumer<?, ?> consumer, List<TopicPartition> partitions, Instant since) {
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> times.put(partition, Math.max(0, since.toEpochMilli())));
        var ends = consumer.endOffsets(partitions);
        consumer.offsetsForTimes(times)
                .forEach((partition, found) ->
                        consumer.seek(
                                partition,
                                found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
    }

    /** Whether everything before these offsets has been handed out. */
    static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
