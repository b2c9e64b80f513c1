package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import org.teamsavailability.graph.GraphFailure;

/**
 * A team without a usable schedule. It is asked again after 30 s, because one response may be wrong
 * or a schedule may just be set up, and then after pauses that double.
 *
 * @param pause how long it is not asked again
 * @param since when Graph said so
 */
record AbsentSchedule(GraphFailure failure, Duration pause, Instant since) {

    private static final Duration FIRST = Duration.ofSeconds(30);

    static AbsentSchedule first(GraphFailure failure, Instant at) {
        return new AbsentSchedule(failure, FIRST, at);
    }

    /** The same after Graph said so again. */
    AbsentSchedule again(GraphFailure latest, Duration longest, Instant at) {
        Duration doubled = pause.multipliedBy(2);
        return new AbsentSchedule(latest, doubled.compareTo(longest) < 0 ? doubled : longest, at);
    }

    /** Whether it stands without asking again. */
    boolean holds(Duration longest, Instant now) {
        Duration standing = pause.compareTo(longest) < 0 ? pause : longest;
        return Duration.between(since, now).abs().compareTo(standing) < 0;
    }
}
