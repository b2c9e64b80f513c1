package org.teamsavailability.graph.gateway;

import java.time.Instant;
import java.util.function.Function;
import org.teamsavailability.graph.GraphFailure;

/** What came back from one call, and when it was complete. */
sealed interface Reply<K, R> {

    Instant at();

    record Results<K, R>(Function<K, R> byKey, Instant at) implements Reply<K, R> {}

    record Failure<K, R>(GraphFailure failure, Instant at) implements Reply<K, R> {}
}
