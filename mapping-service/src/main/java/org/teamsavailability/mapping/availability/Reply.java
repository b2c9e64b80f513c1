package org.teamsavailability.mapping.availability;

import org.teamsavailability.schemas.CandidateAvailability;

/** What a call gets. */
public sealed interface Reply {

    /**
     * The answer.
     *
     * @param late whether it was decided too late, as the record says, or came after the wait of
     *     the call that asked
     */
    record Answered(CandidateAvailability answer, boolean late) implements Reply {

        /** Leaves out what the answer says. */
        @Override
        public String toString() {
            return "Answered[late=" + late + "]";
        }
    }

    /** The request is on the topic, and its answer did not come within the wait. */
    record Open(String requestId) implements Reply {}
}
