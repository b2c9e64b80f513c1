package org.teamsavailability.mapping.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.CandidateAvailability;

/**
 * An answer that was published.
 *
 * @param requestedAt when it was asked for, as the request says; null if the request was not found
 *     within the bounds of a search
 */
public record Decision(CandidateAvailability answer, @Nullable Instant requestedAt) {

    /** Leaves out the verdicts. */
    @Override
    public String toString() {
        return "Decision[requestId=" + answer.getRequestId() + "]";
    }
}
