package org.teamsavailability.mapping.availability;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.schemas.CandidateAvailability;

/** Looks on the topic for the answer to a request that is stored. Any thread. */
record AnswerLookup(DeskTransactions transactions, RequestStore requests, AnswerStream answers) {

    /** Records: fewer are read again faster than their number is stored. */
    private static final long WORTH_REMEMBERING = 1_000;

    /**
     * Continues where an earlier call has ended, once or until the end of the wait.
     *
     * @return null where it has not come
     */
    @Nullable CandidateAvailability find(
            String serviceDeskId, String requestId, StoredRequest row, TimeLimit limit) {
        long from = row.answerFrom();
        while (true) {
            var search = answers.findAnswer(serviceDeskId, requestId, row.partition(), from);
            switch (search) {
                case Search.Found<CandidateAvailability> found -> {
                    remember(serviceDeskId, requestId, row, found.offset());
                    return found.what();
                }
                case Search.Absent<CandidateAvailability> absent -> {
                    from = absent.end();
                    if (absent.complete() || limit.isOver()) {
                        remember(serviceDeskId, requestId, row, from);
                        return null;
                    }
                }
            }
        }
    }

    /** Lets the next call skip what this one has read. */
    private void remember(
            String serviceDeskId, String requestId, StoredRequest row, long answerFrom) {
        if (answerFrom - row.answerFrom() >= WORTH_REMEMBERING) {
            transactions.run(
                    serviceDeskId, it -> requests.answerIsNotBefore(it, requestId, answerFrom));
        }
    }
}
