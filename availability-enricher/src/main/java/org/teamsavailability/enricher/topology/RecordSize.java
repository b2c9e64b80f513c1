package org.teamsavailability.enricher.topology;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.Topics;

/**
 * Which records are too long to be answered or kept. What is made of a request repeats it: its
 * answer, its row among the pending requests, its dead letter. One that the broker or the producer
 * refuses for its length would stop the thread, again and again and on every instance.
 */
final class RecordSize {

    /**
     * In bytes, uncompressed: more than the requests' topic takes of a sender who does not
     * compress, and so much less than may be written that the answer's up to 300 bytes a candidate
     * fit.
     */
    static final int LONGEST = Topics.LARGEST_RECORD_OUT / 8 * 5;

    private RecordSize() {}

    static boolean isTooLong(byte @Nullable [] key, byte @Nullable [] value) {
        return (long) length(key) + length(value) > LONGEST;
    }

    static boolean isTooLong(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        long length = (long) length(key) + length(value);
        for (var header : headers) {
            length += header.key().length() + length(header.value());
        }
        return length > LONGEST;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
