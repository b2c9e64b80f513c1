package org.teamsavailability.graph.tokens;

import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.teamsavailability.graph.GraphException;

/**
 * Lets the first who asks do the work, and all who ask meanwhile wait for its outcome, failure
 * included. Nothing is remembered beyond that.
 */
final class SingleFlight<K, V> {

    private final ConcurrentMap<K, FutureTask<V>> flights = new ConcurrentHashMap<>();

    /**
     * Does {@code work}, or waits for who does it for the same key.
     *
     * @param work fails with a {@link GraphException} only
     */
    V share(K key, Callable<V> work) throws InterruptedException {
        var mine = new FutureTask<>(work);
        var running = flights.putIfAbsent(key, mine);
        if (running == null) {
            try {
                mine.run();
            } finally {
                flights.remove(key, mine);
            }
        }
        return outcome(running == null ? mine : running);
    }

    private static <V> V outcome(FutureTask<V> flight) throws InterruptedException {
        try {
            return flight.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GraphException failure) {
                throw failure;
            }
            throw new IllegalStateException("A shared call failed in an unknown way", e.getCause());
        }
    }
}
