package org.teamsavailability.mapping.decision;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.CandidateAvailability;

/**
 * Which decisions of a desk are wanted; a null matches each.
 *
 * @param before the {@link DecisionPage#next()} of the page before; null for the newest ones
 * @param limit of decisions on a page, 1 to {@link #LARGEST}
 */
public record DecisionQuery(
        @Nullable String ticketId,
        @Nullable String executionId,
        @Nullable String requestId,
        @Nullable Long before,
        int limit) {

    /** A page has at most this many decisions. */
    public static final int LARGEST = 200;

    public DecisionQuery {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("A page has 1 to 200 decisions, not " + limit);
        }
    }

    /** The newest decisions of a ticket. */
    public static DecisionQuery ofTicket(String ticketId, int limit) {
        return new DecisionQuery(ticketId, null, null, null, limit);
    }

    /** The newest decisions of a request, which are several if it was published several times. */
    public static DecisionQuery ofRequest(String requestId, int limit) {
        return new DecisionQuery(null, null, requestId, null, limit);
    }

    /** Whether an answer is wanted. */
    public boolean matches(CandidateAvailability answer) {
        return (ticketId == null || ticketId.equals(answer.getTicketId()))
                && (executionId == null || executionId.equals(answer.getExecutionId()))
                && (requestId == null || requestId.equals(answer.getRequestId()));
    }
}
