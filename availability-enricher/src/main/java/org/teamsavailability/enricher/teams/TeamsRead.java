package org.teamsavailability.enricher.teams;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Something asked of Teams for one request: it settles by its deadline at the latest, and what is
 * known so far can be read at any time, from any thread.
 *
 * @param <K> what was asked about: an account or a team
 * @param <V> what is read of it
 */
public interface TeamsRead<K, V> {

    /**
     * Completes, always normally and on any thread, when nothing more will come: every key has its
     * last outcome, or the deadline has passed. What depends on it must be short and never block:
     * it may run where the outcomes of other requests are waiting.
     */
    CompletionStage<?> settled();

    /**
     * The latest word on each key. A {@link Outcome.Read} is final. A {@link Outcome.Failed} is why
     * the key could not be read until now; before the inquiry is settled a new attempt may still
     * replace it, and past the deadline it is the cause to report. A key without an outcome has met
     * no failure: it was still waiting or being asked.
     */
    Map<K, Outcome<V>> soFar();
}
