package org.teamsavailability.mapping.fallback.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.fallback.FallbackQuery;
import org.teamsavailability.mapping.search.messaging.BlockSink;
import org.teamsavailability.mapping.search.messaging.DeskRecords;
import org.teamsavailability.schemas.CandidateAvailability;

/** Counts answers, and those with a fallback that a query is about. One thread. */
final class ShareSink implements BlockSink {

    private final String serviceDeskId;
    private final FallbackQuery query;
    private final DeskRecords<CandidateAvailability> records;
    private long answers;
    private long affected;
    private long answersOfBlock;
    private long affectedOfBlock;

    ShareSink(
            String serviceDeskId, FallbackQuery query, DeskRecords<CandidateAvailability> records) {
        this.serviceDeskId = serviceDeskId;
        this.query = query;
        this.records = records;
    }

    @Override
    public void begin() {
        answersOfBlock = 0;
        affectedOfBlock = 0;
    }

    @Override
    public void accept(ConsumerRecord<byte[], byte[]> record) {
        var answer = records.read(record, serviceDeskId);
        if (answer != null) {
            answersOfBlock++;
            if (answer.getFallbacks().stream().anyMatch(it -> query.isAbout(it.getReason()))) {
                affectedOfBlock++;
            }
        }
    }

    @Override
    public boolean end() {
        answers += answersOfBlock;
        affected += affectedOfBlock;
        return true;
    }

    /** 0 to 1; null without answers. */
    @Nullable Double value() {
        return answers == 0 ? null : Double.valueOf((double) affected / answers);
    }
}
