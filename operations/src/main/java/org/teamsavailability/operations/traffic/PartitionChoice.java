package org.teamsavailability.operations.traffic;

import java.util.Collection;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Which partitions of a topic are read. */
@FunctionalInterface
public interface PartitionChoice {

    /**
     * Whether this one is.
     *
     * @param partition its number, from 0
     * @param count how many partitions the topic has
     */
    boolean holds(int partition, int count);

    /** Those on which Kafka's default partitioner puts records with these keys. */
    static PartitionChoice ofKeys(Collection<byte[]> keys) {
        return (partition, count) ->
                keys.stream()
                        .anyMatch(
                                key -> BuiltInPartitioner.partitionForKey(key, count) == partition);
    }
}
