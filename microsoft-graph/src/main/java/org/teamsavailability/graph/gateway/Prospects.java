package org.teamsavailability.graph.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;

/** Whether a question can be asked, and answered in time. */
record Prospects(CallGate gate) {

    boolean canBeAsked(Instant now) {
        return gate.hasPermit() && gate.closedUntil(now) == null;
    }

    /**
     * Why no answer can come before the deadline; null where one can.
     *
     * @param question the open one; null where it would be a new one
     */
    @Nullable GraphFailure hopeless(@Nullable Question<?, ?> question, Instant deadline) {
        if (question != null && question.isInFlight()) {
            return null;
        }
        GraphFailure throttled = gate.closedUntil(deadline);
        return throttled != null || question == null ? throttled : question.tooLateFor(deadline);
    }
}
