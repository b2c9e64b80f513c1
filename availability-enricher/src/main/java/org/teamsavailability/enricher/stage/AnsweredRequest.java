package org.teamsavailability.enricher.stage;

import java.util.List;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.FallbackReason;

/**
 * A request with its one answer, and one record for operations per fallback of the answer.
 *
 * @param request what was asked
 * @param answer the answer
 * @param fallbacks the answer's fallbacks for operations, in the answer's order
 */
public record AnsweredRequest(
        AcceptedRequest request, CandidateAvailability answer, List<FallbackReason> fallbacks) {

    public AnsweredRequest {
        fallbacks = List.copyOf(fallbacks);
    }
}
