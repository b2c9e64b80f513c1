package org.teamsavailability.graph.gateway;

import java.time.Instant;
import java.util.function.Function;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.telemetry.FailureWord;

/** What came back from one call, and when it was complete. */
sealed interface Reply<K, R> {

    Instant at();

    /** In one word, as meters and spans name it. */
    String outcome();

    record Results<K, R>(Function<K, R> byKey, Instant at) implements Reply<K, R> {
        @Override
        public String outcome() {
            return "ok";
        }
    }

    record Failure<K, R>(GraphFailure failure, Instant at) implements Reply<K, R> {
        @Override
        public String outcome() {
            return FailureWord.of(failure);
        }
    }
}
