package org.teamsavailability.mapping.fallback.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.fallback.FallbackQuery;
import org.teamsavailability.mapping.search.messaging.BlockSink;
import org.teamsavailability.mapping.search.messaging.DeskRecords;
import org.teamsavailability.schemas.FallbackReason;

/** Keeps the newest fallbacks of a page, and counts these and all older ones. One thread. */
final class FallbackSink implements BlockSink {

    private final String serviceDeskId;
    private final FallbackQuery query;
    private final DeskRecords<FallbackReason> records;
    private final List<Found> found = new ArrayList<>();
    private final Deque<Found> block = new ArrayDeque<>();
    private final HourlyCounts counts = new HourlyCounts();
    private HourlyCounts blockCounts = new HourlyCounts();

    private record Found(FallbackReason fallback, long offset) {}

    FallbackSink(String serviceDeskId, FallbackQuery query, DeskRecords<FallbackReason> records) {
        this.serviceDeskId = serviceDeskId;
        this.query = query;
        this.records = records;
    }

    @Override
    public void begin() {
        block.clear();
        blockCounts = new HourlyCounts();
    }

    @Override
    public void accept(ConsumerRecord<byte[], byte[]> record) {
        var fallback = records.read(record, serviceDeskId);
        if (fallback != null && query.matches(fallback)) {
            blockCounts.add(fallback);
            block.addLast(new Found(fallback, record.offset()));
            if (found.size() + block.size() > query.limit()) {
                block.removeFirst();
            }
        }
    }

    /** All older ones are counted. */
    @Override
    public boolean end() {
        found.addAll(block.reversed());
        counts.addAll(blockCounts);
        return true;
    }

    /** Newest first. */
    List<FallbackReason> items() {
        return found.stream().map(Found::fallback).toList();
    }

    HourlyCounts counts() {
        return counts;
    }

    /** The offset of the oldest item, if fallbacks were counted that are no items. */
    @Nullable Long lastOffsetOfMore() {
        return counts.total() > found.size() ? found.getLast().offset() : null;
    }
}
