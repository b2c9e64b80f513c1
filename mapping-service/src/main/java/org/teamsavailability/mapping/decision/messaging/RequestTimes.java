package org.teamsavailability.mapping.decision.messaging;

import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.teamsavailability.mapping.search.messaging.DeskReader;
import org.teamsavailability.mapping.search.messaging.ReadBudget;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.HeaderNames;
import org.teamsavailability.schemas.serde.UnreadableRecordException;

/**
 * Finds when answers were asked for: a request is on {@code dispatch-requested} shortly before its
 * answer. Any thread.
 */
final class RequestTimes {

    /** How many offsets before an answer its request is looked for. */
    private static final int WINDOW = 500;

    /** How much the clocks of who asks and who answers may differ. */
    private static final Duration CLOCKS = Duration.ofSeconds(1);

    private final String topic;
    private final Deserializer<DispatchRequested> deserializer;

    RequestTimes(String topic, Deserializer<DispatchRequested> deserializer) {
        this.topic = topic;
        this.deserializer = deserializer;
    }

    /**
     * The times by request id, those that are found before the budget is spent.
     *
     * @param answers newest first
     */
    Map<String, Instant> of(DeskReader reader, List<FoundAnswer> answers, ReadBudget budget) {
        Map<String, Instant> times = new HashMap<>();
        if (answers.isEmpty() || budget.isSpent()) {
            return times;
        }
        var wanted = answers.stream().map(FoundAnswer::requestId).collect(toSet());
        var unread = reader.part(topic);
        for (var answer : answers) {
            if (budget.isSpent()) {
                break;
            }
            if (!times.containsKey(answer.requestId())) {
                var after = reader.since(unread, answer.publishedAt().plus(CLOCKS)).begin();
                var window = unread.before(after).from(after - WINDOW);
                reader.forwards(window, budget, record -> note(record, wanted, times));
                unread = unread.before(window.begin());
            }
        }
        return times;
    }

    /** Continues until the end of the window. */
    private boolean note(
            ConsumerRecord<byte[], byte[]> record, Set<String> wanted, Map<String, Instant> times) {
        var header = record.headers().lastHeader(HeaderNames.REQUEST_ID);
        if (record.value() == null
                || (header != null
                        && !wanted.contains(new String(header.value(), StandardCharsets.UTF_8)))) {
            return true;
        }
        try {
            var request = deserializer.deserialize(record.topic(), record.value());
            if (request != null && wanted.contains(request.getRequestId())) {
                times.put(request.getRequestId(), request.getRequestedAt());
            }
        } catch (UnreadableRecordException _) {
            // not the request of an answer that shows one
        }
        return true;
    }
}
