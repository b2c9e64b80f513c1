package org.teamsavailability.mapping.decision.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.teamsavailability.mapping.decision.DecisionQuery;
import org.teamsavailability.mapping.search.messaging.BlockSink;
import org.teamsavailability.mapping.search.messaging.DeskRecords;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.HeaderNames;

/**
 * Keeps the newest answers that a query wants, as many as a page has. Large answers make a page
 * shorter. One thread.
 */
final class AnswerSink implements BlockSink {

    /** Of the records of a page together; one of them may be larger. */
    private static final int MOST_BYTES = 4 << 20;

    private final String serviceDeskId;
    private final DecisionQuery query;
    private final DeskRecords<CandidateAvailability> records;
    private final List<FoundAnswer> found = new ArrayList<>();
    private final Deque<FoundAnswer> block = new ArrayDeque<>();
    private long foundBytes;
    private long blockBytes;
    private boolean isBlockOverfull;
    private boolean isOverfull;

    AnswerSink(
            String serviceDeskId, DecisionQuery query, DeskRecords<CandidateAvailability> records) {
        this.serviceDeskId = serviceDeskId;
        this.query = query;
        this.records = records;
    }

    @Override
    public void begin() {
        block.clear();
        blockBytes = 0;
        isBlockOverfull = false;
    }

    @Override
    public void accept(ConsumerRecord<byte[], byte[]> record) {
        var answer = isMaybeWanted(record) ? records.read(record, serviceDeskId) : null;
        if (answer != null && query.matches(answer)) {
            int bytes = record.value().length;
            var publishedAt = Instant.ofEpochMilli(record.timestamp());
            block.addLast(new FoundAnswer(answer, record.offset(), publishedAt, bytes));
            blockBytes += bytes;
            dropOldest();
        }
    }

    private void dropOldest() {
        while (found.size() + block.size() > query.limit()
                || (foundBytes + blockBytes > MOST_BYTES && found.size() + block.size() > 1)) {
            blockBytes -= block.removeFirst().bytes();
            isBlockOverfull = true;
        }
    }

    /** An answer names its request in a header, so that others need not be decoded. */
    private boolean isMaybeWanted(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader(HeaderNames.CLOUD_EVENT_ID);
        return header == null
                || query.requestId() == null
                || new String(header.value(), StandardCharsets.UTF_8).equals(query.requestId());
    }

    @Override
    public boolean end() {
        found.addAll(block.reversed());
        foundBytes += blockBytes;
        isOverfull = isBlockOverfull;
        return !isFull();
    }

    /** Whether no further answer fits on the page. */
    boolean isFull() {
        return isOverfull || found.size() == query.limit();
    }

    /** Newest first. */
    List<FoundAnswer> answers() {
        return List.copyOf(found);
    }
}
