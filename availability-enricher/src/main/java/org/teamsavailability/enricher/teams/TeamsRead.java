package org.teamsavailability.enricher.teams;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * The reads of one request: they settle by their deadline at the latest, and their partial results
 * can be read at any time, from any thread.
 *
 * @param <K> what was asked about: an account or a team
 * @param <V> what is read of it
 */
public interface TeamsRead<K, V> {

    /**
     * Completes, always normally and on any thread, when nothing more will come: every key has its
     * final outcome, or the deadline has passed. What depends on it must be short and never block:
     * it may run where the outcomes of other requests are waiting.
     */
    CompletionStage<?> settled();

    /**
     * The latest outcome of each key. A {@link Outcome.Read} is final. A {@link Outcome.Failed} is
     * why the key could not be read until now; a new attempt may still replace it until the reads
     * are settled, and past the deadline it is the cause to report. A key without an outcome met no
     * failure: it still waits or is in flight.
     */
    Map<K, Outcome<V>> soFar();
}
