package org.teamsavailability.mapping.availability.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.HeaderNames;
import org.teamsavailability.schemas.serde.UnreadableRecordException;

/** Reads those answers that somebody waits for, and decodes few others. Any thread. */
record AnswerReader(Deserializer<CandidateAvailability> deserializer) {

    /** The service desk under whose key the record is. */
    static String deskOf(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /**
     * The answer of a record to a request of its desk.
     *
     * @param requestIds the requests whose answers are wanted
     * @return null if the record is no answer to one of them, or cannot be read
     * @throws org.teamsavailability.schemas.serde.RegistryUnreachableException if it can perhaps be
     *     read later
     */
    @Nullable CandidateAvailability read(
            ConsumerRecord<byte[], byte[]> record, Set<String> requestIds) {
        var header = record.headers().lastHeader(HeaderNames.CLOUD_EVENT_ID);
        if (header != null
                && !requestIds.contains(new String(header.value(), StandardCharsets.UTF_8))) {
            return null;
        }
        try {
            var answer = deserializer.deserialize(record.topic(), record.value());
            return answer != null
                            && requestIds.contains(answer.getRequestId())
                            && answer.getServiceDeskId().equals(deskOf(record))
                    ? answer
                    : null;
        } catch (UnreadableRecordException _) {
            return null;
        }
    }
}
