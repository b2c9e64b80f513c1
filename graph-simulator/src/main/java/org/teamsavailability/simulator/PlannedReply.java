package org.teamsavailability.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.fault.Fault;
import org.teamsavailability.simulator.limit.Throttling;

/**
 * How one call goes, settled when it arrives.
 *
 * @param reply the answer
 * @param delay how long until it is handed over
 * @param fault the fault it met; null without one
 * @param throttling the 429 that it is; null where it is none
 */
record PlannedReply(
        Reply reply, Duration delay, @Nullable Fault fault, @Nullable Throttling throttling) {
    /** The same with a {@code Retry-After}; without one where it is null. */
    PlannedReply with(@Nullable String retryAfter) {
        return retryAfter == null
                ? this
                : new PlannedReply(reply.with("Retry-After", retryAfter), delay, fault, throttling);
    }
}
