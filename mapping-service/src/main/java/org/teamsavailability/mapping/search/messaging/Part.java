package org.teamsavailability.mapping.search.messaging;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A part of a partition.
 *
 * @param begin the offset of its first record
 * @param end the offset after its last record
 */
public record Part(TopicPartition partition, long begin, long end) {

    /** What of it is before an offset; all of it if that is null. */
    public Part before(@Nullable Long offset) {
        return offset == null || offset >= end
                ? this
                : new Part(partition, begin, Math.max(begin, offset));
    }

    /** What of it begins at an offset; nothing if that is null. */
    public Part from(@Nullable Long offset) {
        return new Part(partition, offset == null ? end : Math.clamp(offset, begin, end), end);
    }
}
