package org.teamsavailability.operations.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.deadletters.DeadLetter;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.PendingRequest;

/**
 * How far one request record came.
 *
 * @param requested the record; null where only what followed it was found
 * @param standing where it stands
 * @param fallbacks those of its answer
 */
record RequestHistory(
        @Nullable FoundRecord<DispatchRequested> requested,
        Standing standing,
        List<FoundRecord<FallbackReason>> fallbacks) {

    /** Where a request stands; certain unless it says otherwise. */
    sealed interface Standing {

        /** Its answer is on the topic. */
        record Answered(FoundRecord<CandidateAvailability> answer) implements Standing {}

        /** It was answered; the answer is no longer kept, and its fallback records are. */
        record AnswerNotKept() implements Standing {}

        /** An enricher took it, and it is in the changelog of the requests that wait. */
        record Waiting(FoundRecord<PendingRequest> pending) implements Standing {}

        /**
         * The enrichers have not come to it.
         *
         * @param before how many records of its partition are before it
         */
        record NotTaken(long before) implements Standing {}

        /** It could not be read, and is on the dead-letter topic. */
        record Dead(DeadLetter letter) implements Standing {}

        /**
         * There is neither an answer nor a dead letter, and it does not wait, as far as can be
         * seen.
         */
        record Unexplained(Unseen unseen) implements Standing {}
    }

    /** What could not be looked at, so that a request may be there. */
    enum Unseen {
        /** Everything was looked at. */
        NOTHING,
        /** The requests that wait. */
        PENDING,
        /** Up to which offset requests are taken. */
        TAKEN
    }

    /** The service desk, as the record says, else its key. */
    String desk() {
        if (requested != null) {
            return requested.value() == null
                    ? requested.key()
                    : requested.value().getServiceDeskId();
        }
        return switch (standing) {
            case Standing.Answered it -> it.answer().key();
            case Standing.Waiting it -> it.pending().key();
            case Standing.Dead it -> it.letter().key();
            case Standing.AnswerNotKept _, Standing.NotTaken _, Standing.Unexplained _ ->
                    fallbacks.isEmpty() ? "" : fallbacks.getFirst().key();
        };
    }
}
