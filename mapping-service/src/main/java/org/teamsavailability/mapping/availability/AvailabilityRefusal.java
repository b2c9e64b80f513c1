package org.teamsavailability.mapping.availability;

import java.time.Duration;
import org.teamsavailability.mapping.refusal.Refusal;

/** Why a request is not accepted, or not found. */
public sealed interface AvailabilityRefusal extends Refusal {

    /** The request id came with another body in the last 24 hours. */
    record KeyReused(String requestId) implements AvailabilityRefusal {}

    /**
     * An earlier call with the same request id has not ended yet.
     *
     * @param retryAfter after which it has ended, more than zero
     */
    record InProgress(String requestId, Duration retryAfter) implements AvailabilityRefusal {}

    /**
     * Too many calls wait.
     *
     * @param most how many may wait at a time
     * @param ofDesk whether this is the limit of one service desk, or else of the instance
     */
    record TooManyWaiting(int most, boolean ofDesk) implements AvailabilityRefusal {}

    /**
     * Kafka or the schema registry does not answer.
     *
     * @param retryAfter after which a repeat decides whether the request was published
     */
    record StreamUnavailable(Duration retryAfter) implements AvailabilityRefusal {}

    /** The desk has not asked with this request id in the last 24 hours. */
    record NotFound(String requestId) implements AvailabilityRefusal {}
}
