package org.teamsavailability.operations.trace;

import java.time.Duration;
import java.time.Instant;
import org.teamsavailability.schemas.PendingRequest;

/**
 * When a waiting request is answered at the latest. The enricher's own settings are not known here:
 * this takes their defaults, and an installation may have others.
 *
 * @param deadline the earlier of the request's {@code respondBy} and the enricher's limit
 * @param ofRequest whether {@code respondBy} is the earlier one
 */
record WaitingUntil(Instant deadline, boolean ofRequest) {

    /** TEAMSAVAILABILITY_STAGE_ANSWERWITHIN, for a request without {@code respondBy}. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    /** TEAMSAVAILABILITY_STAGE_LONGESTWAIT, for one with it. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    static WaitingUntil of(PendingRequest pending) {
        var respondBy = pending.getRequest().getRespondBy();
        var limit = pending.getTakenAt().plus(respondBy == null ? ANSWER_WITHIN : LONGEST_WAIT);
        return respondBy != null && respondBy.isBefore(limit)
                ? new WaitingUntil(respondBy, true)
                : new WaitingUntil(limit, false);
    }
}
