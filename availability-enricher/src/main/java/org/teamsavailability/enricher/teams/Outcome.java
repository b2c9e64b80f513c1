package org.teamsavailability.enricher.teams;

import java.time.Instant;
import org.teamsavailability.graph.GraphFailure;

/**
 * What came of asking about one account or team.
 *
 * @param <V> what is read
 */
public sealed interface Outcome<V> {

    /**
     * It was read.
     *
     * @param readAt when the response was complete; evidence age counts from here
     */
    record Read<V>(V value, Instant readAt) implements Outcome<V> {}

    /** It could not be read. */
    record Failed<V>(GraphFailure failure) implements Outcome<V> {}
}
