package org.teamsavailability.mapping.fallback.messaging;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.fallback.FallbackPage;
import org.teamsavailability.mapping.fallback.FallbackQuery;
import org.teamsavailability.mapping.fallback.FallbackStream;
import org.teamsavailability.mapping.fallback.FallbackSummary;
import org.teamsavailability.mapping.fallback.Recovery;
import org.teamsavailability.mapping.search.messaging.DeskReader;
import org.teamsavailability.mapping.search.messaging.DeskRecords;
import org.teamsavailability.mapping.search.messaging.Reached;
import org.teamsavailability.mapping.search.messaging.ReadBudget;
import org.teamsavailability.mapping.search.messaging.TopicSearches;
import org.teamsavailability.schemas.FallbackReason;

/** Searches {@code fallback-reason} backwards, then the answers. Any thread. */
final class FallbackSearch implements FallbackStream {

    /** Of eight parts of what a search may read; the rest is for the answers. */
    private static final int PARTS_FOR_FALLBACKS = 4;

    private final TopicSearches searches;
    private final String topic;
    private final DeskRecords<FallbackReason> records;
    private final RecoverySearch answers;

    FallbackSearch(
            TopicSearches searches,
            String topic,
            DeskRecords<FallbackReason> records,
            RecoverySearch answers) {
        this.searches = searches;
        this.topic = topic;
        this.records = records;
        this.answers = answers;
    }

    @Override
    public FallbackPage find(String serviceDeskId, FallbackQuery query, Instant answersSince) {
        return searches.search(
                serviceDeskId,
                "fallbacks",
                (reader, budget) -> find(serviceDeskId, query, answersSince, reader, budget));
    }

    private FallbackPage find(
            String serviceDeskId,
            FallbackQuery query,
            Instant answersSince,
            DeskReader reader,
            ReadBudget budget) {
        var found = new FallbackSink(serviceDeskId, query, records);
        var reached =
                reader.backwards(
                                reader.since(reader.part(topic), query.since())
                                        .before(query.before()),
                                query.isForFirstPage() ? budget.share(PARTS_FOR_FALLBACKS) : budget,
                                found)
                        .required();
        var recovery =
                query.isForFirstPage()
                        ? answers.find(
                                reader,
                                serviceDeskId,
                                query,
                                answersSince,
                                found.counts().last(),
                                budget)
                        : Recovery.UNKNOWN;
        return new FallbackPage(
                found.items(), summary(query, found, reached), recovery, next(found, reached));
    }

    private static FallbackSummary summary(
            FallbackQuery query, FallbackSink found, Reached reached) {
        var countedFrom =
                reached.complete()
                        ? query.since()
                        : Objects.requireNonNullElse(reached.oldest(), query.since());
        return new FallbackSummary(
                found.counts().counts(),
                countedFrom,
                found.counts().first(),
                found.counts().last());
    }

    private static @Nullable Long next(FallbackSink found, Reached reached) {
        var more = found.lastOffsetOfMore();
        if (more != null) {
            return more;
        }
        return reached.complete() ? null : Long.valueOf(reached.offset());
    }
}
