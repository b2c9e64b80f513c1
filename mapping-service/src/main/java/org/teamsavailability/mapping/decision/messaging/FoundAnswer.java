package org.teamsavailability.mapping.decision.messaging;

import java.time.Instant;
import org.teamsavailability.schemas.CandidateAvailability;

/**
 * An answer and where it stands.
 *
 * @param publishedAt the timestamp of its record
 * @param bytes of its record's value
 */
record FoundAnswer(CandidateAvailability answer, long offset, Instant publishedAt, int bytes) {

    String requestId() {
        return answer.getRequestId();
    }
}
