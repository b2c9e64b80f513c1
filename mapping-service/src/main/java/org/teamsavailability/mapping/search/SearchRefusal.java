package org.teamsavailability.mapping.search;

import java.time.Duration;
import org.teamsavailability.mapping.refusal.Refusal;

/** Why a topic is not searched. */
public sealed interface SearchRefusal extends Refusal {

    /**
     * Too many searches run.
     *
     * @param most how many may run at a time
     * @param ofDesk whether this is the limit of one service desk, or else of the instance
     */
    record TooManySearches(int most, boolean ofDesk) implements SearchRefusal {}

    /**
     * Kafka or the schema registry does not answer, or a topic is missing.
     *
     * @param retryAfter when callers may try again
     */
    record StreamUnavailable(Duration retryAfter) implements SearchRefusal {}
}
