package org.teamsavailability.graph;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Something asked of Teams for one request: it settles by its deadline at the latest, and what is
 * known so far can be read at any time, from any thread.
 *
 * @param <K> what was asked about: an account or a team
 * @param <V> what is read of it
 */
public interface Inquiry<K, V> {

    /** Completes, always normally and on any thread, when every key has an outcome. */
    CompletionStage<?> settled();

    /** The outcomes there are; a key without one is still being asked. */
    Map<K, Outcome<V>> soFar();
}
