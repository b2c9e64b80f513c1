package org.teamsavailability.mapping.search.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the partitions of one desk. Records of other desks count for the bounds and nothing of them
 * but the key is looked at. One thread.
 */
public final class DeskReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final byte[] key;

    DeskReader(Consumer<byte[], byte[]> consumer, String serviceDeskId) {
        this.consumer = consumer;
        this.key = serviceDeskId.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The desk's partition of a topic, from its first record to the end of what is committed now.
     *
     * @throws UnknownTopicOrPartitionException if the topic does not exist
     */
    public Part part(String topic) {
        var partitions = consumer.partitionsFor(topic);
        if (partitions == null || partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("The topic " + topic + " does not exist");
        }
        var partition =
                new TopicPartition(
                        topic, BuiltInPartitioner.partitionForKey(key, partitions.size()));
        var only = List.of(partition);
        return new Part(
                partition,
                offset(consumer.beginningOffsets(only), partition),
                offset(consumer.endOffsets(only), partition));
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        Long known = offsets.get(partition);
        return known == null ? 0 : known;
    }

    /** The part of a part from the first record on that is as new as this. */
    public Part since(Part part, Instant time) {
        var found =
                consumer.offsetsForTimes(Map.of(part.partition(), time.toEpochMilli()))
                        .get(part.partition());
        return part.from(found == null ? null : found.offset());
    }

    /**
     * Reads a part backwards until the sink wants no more, the part is read or the budget is spent.
     * The smallest block is read whatever it costs, so that each search comes further unless its
     * time is over.
     */
    public Reached backwards(Part part, ReadBudget budget, BlockSink sink) {
        var size = new BlockSize();
        long low = part.end();
        Instant oldest = null;
        boolean isWanted = true;
        while (isWanted && low > part.begin() && size.isReadWith(budget)) {
            var block = new Part(part.partition(), Math.max(part.begin(), low - size.get()), low);
            sink.begin();
            var read = read(block, budget, size.isAtAnyCost(), accepted(sink));
            if (read.complete()) {
                low = block.begin();
                oldest = read.oldest() == null ? oldest : read.oldest();
                size.wasRead(read.bytes(), budget);
                isWanted = sink.end();
            } else if (low < part.end() || budget.isOutOfTime()) {
                break;
            } else {
                size.wasTooLarge();
            }
        }
        return new Reached(low < part.end(), low, low == part.begin(), oldest);
    }

    private static Predicate<ConsumerRecord<byte[], byte[]>> accepted(BlockSink sink) {
        return record -> {
            sink.accept(record);
            return true;
        };
    }

    /**
     * Reads a part forwards until a record of the desk is the last wanted or the budget is spent.
     */
    public void forwards(
            Part part, ReadBudget budget, Predicate<ConsumerRecord<byte[], byte[]>> isMoreWanted) {
        var _ = read(part, budget, false, isMoreWanted);
    }

    /**
     * What was read.
     *
     * @param complete whether this is the whole part
     * @param oldest the time of the first record, of any desk
     */
    private record Read(boolean complete, long bytes, @Nullable Instant oldest) {}

    private Read read(
            Part part,
            ReadBudget budget,
            boolean atAnyCost,
            Predicate<ConsumerRecord<byte[], byte[]>> isMoreWanted) {
        consumer.assign(List.of(part.partition()));
        consumer.seek(part.partition(), part.begin());
        long bytes = 0;
        Instant oldest = null;
        while (consumer.position(part.partition()) < part.end()) {
            for (var record : consumer.poll(POLL).records(part.partition())) {
                if (record.offset() >= part.end()) {
                    return new Read(true, bytes, oldest);
                }
                if (budget.bytesLeft() <= 0 && !atAnyCost) {
                    return new Read(false, bytes, oldest);
                }
                oldest = oldest == null ? Instant.ofEpochMilli(record.timestamp()) : oldest;
                bytes += size(record);
                budget.take(size(record));
                if (Arrays.equals(record.key(), key) && !isMoreWanted.test(record)) {
                    return new Read(false, bytes, oldest);
                }
            }
            if (budget.isOutOfTime() && consumer.position(part.partition()) < part.end()) {
                return new Read(false, bytes, oldest);
            }
        }
        return new Read(true, bytes, oldest);
    }

    private static long size(ConsumerRecord<byte[], byte[]> record) {
        return Math.max(0, record.serializedKeySize())
                + (long) Math.max(0, record.serializedValueSize());
    }
}
