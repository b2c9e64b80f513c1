package org.teamsavailability.mapping.fallback.messaging;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.fallback.FallbackQuery;
import org.teamsavailability.mapping.fallback.Recovery;
import org.teamsavailability.mapping.search.messaging.DeskReader;
import org.teamsavailability.mapping.search.messaging.DeskRecords;
import org.teamsavailability.mapping.search.messaging.Part;
import org.teamsavailability.mapping.search.messaging.ReadBudget;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;

/** Looks at answers to tell what became of fallbacks. Any thread. */
final class RecoverySearch {

    /** Of eight parts of what a search may read, up to here; the rest is for the share. */
    private static final int PARTS_FOR_RECOVERY = 6;

    private final String topic;
    private final DeskRecords<CandidateAvailability> records;

    RecoverySearch(String topic, DeskRecords<CandidateAvailability> records) {
        this.topic = topic;
        this.records = records;
    }

    /**
     * Searches with what is left of a budget.
     *
     * @param since from when on answers are looked at
     * @param lastSeen when the last fallback of the query occurred; null for none
     */
    Recovery find(
            DeskReader reader,
            String serviceDeskId,
            FallbackQuery query,
            Instant since,
            @Nullable Instant lastSeen,
            ReadBudget budget) {
        if (budget.isSpent()) {
            return Recovery.UNKNOWN;
        }
        var answers = reader.since(reader.part(topic), since);
        var recoveredAt =
                lastSeen == null || lastSeen.isBefore(since)
                        ? null
                        : recoveredAt(reader, serviceDeskId, answers, lastSeen, budget);
        if (budget.isSpent()) {
            return new Recovery(recoveredAt, null, null);
        }
        var share = new ShareSink(serviceDeskId, query, records);
        var reached = reader.backwards(answers, budget, share);
        var from = reached.complete() ? since : reached.oldest();
        var value = share.value();
        return new Recovery(recoveredAt, value, value == null ? null : from);
    }

    private @Nullable Instant recoveredAt(
            DeskReader reader,
            String serviceDeskId,
            Part answers,
            Instant lastSeen,
            ReadBudget budget) {
        var found = new AtomicReference<@Nullable Instant>();
        reader.forwards(
                reader.since(answers, lastSeen.plusMillis(1)),
                budget.share(PARTS_FOR_RECOVERY),
                record -> {
                    var answer = records.read(record, serviceDeskId);
                    if (answer != null && usesTeams(answer)) {
                        found.set(answer.getDecidedAt());
                    }
                    return found.get() == null;
                });
        return found.get();
    }

    private static boolean usesTeams(CandidateAvailability answer) {
        return answer.getSource() == AvailabilitySource.TEAMS
                || answer.getSource() == AvailabilitySource.TEAMS_PARTIAL;
    }
}
