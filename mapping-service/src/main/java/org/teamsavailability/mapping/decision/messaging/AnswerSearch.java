package org.teamsavailability.mapping.decision.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.decision.Decision;
import org.teamsavailability.mapping.decision.DecisionPage;
import org.teamsavailability.mapping.decision.DecisionQuery;
import org.teamsavailability.mapping.decision.DecisionStream;
import org.teamsavailability.mapping.search.messaging.DeskReader;
import org.teamsavailability.mapping.search.messaging.DeskRecords;
import org.teamsavailability.mapping.search.messaging.Reached;
import org.teamsavailability.mapping.search.messaging.ReadBudget;
import org.teamsavailability.mapping.search.messaging.TopicSearches;
import org.teamsavailability.schemas.CandidateAvailability;

/** Searches {@code candidate-availability} backwards. Any thread. */
final class AnswerSearch implements DecisionStream {

    /** Of eight parts of what a search may read; the rest is for the times of the requests. */
    private static final int PARTS_FOR_ANSWERS = 7;

    private final TopicSearches searches;
    private final String topic;
    private final DeskRecords<CandidateAvailability> records;
    private final RequestTimes times;

    AnswerSearch(
            TopicSearches searches,
            String topic,
            DeskRecords<CandidateAvailability> records,
            RequestTimes times) {
        this.searches = searches;
        this.topic = topic;
        this.records = records;
        this.times = times;
    }

    @Override
    public DecisionPage find(String serviceDeskId, DecisionQuery query) {
        return searches.search(
                serviceDeskId,
                "decisions",
                (reader, budget) -> find(serviceDeskId, query, reader, budget));
    }

    private DecisionPage find(
            String serviceDeskId, DecisionQuery query, DeskReader reader, ReadBudget budget) {
        var found = new AnswerSink(serviceDeskId, query, records);
        var reached =
                reader.backwards(
                                reader.part(topic).before(query.before()),
                                budget.share(PARTS_FOR_ANSWERS),
                                found)
                        .required();
        var answers = found.answers();
        var asked = times.of(reader, answers, budget);
        return new DecisionPage(
                answers.stream()
                        .map(it -> new Decision(it.answer(), asked.get(it.requestId())))
                        .toList(),
                next(found, reached),
                searchedBackTo(found, reached));
    }

    private static @Nullable Long next(AnswerSink found, Reached reached) {
        if (found.isFull()) {
            return found.answers().getLast().offset();
        }
        return reached.complete() ? null : Long.valueOf(reached.offset());
    }

    private static @Nullable Instant searchedBackTo(AnswerSink found, Reached reached) {
        return found.isFull() ? found.answers().getLast().publishedAt() : reached.oldest();
    }
}
