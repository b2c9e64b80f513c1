package org.teamsavailability.mapping.access;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs at most one query for a key at a time. Callers that arrive while it runs share the next one,
 * so no caller gets a result that is older than its call. It remembers no key without a query, and
 * no result. Any thread.
 */
final class SharedQueries<K, V extends @Nullable Object> {

    private final ConcurrentMap<K, Running<V>> keys = new ConcurrentHashMap<>();
    private final Function<K, V> query;

    SharedQueries(Function<K, V> query) {
        this.query = query;
    }

    /**
     * A query that runs, and has callers of its own.
     *
     * @param next the query after it; null if nobody waits for one
     */
    private record Running<V extends @Nullable Object>(@Nullable CompletableFuture<V> next) {}

    /**
     * The result of a query that starts after this call, or what the query throws. If no query for
     * the key runs, the caller's thread runs it, otherwise a thread that no caller can interrupt.
     *
     * @throws CancellationException if the thread is interrupted while it waits for a shared query
     */
    V get(K key) {
        var shared = keys.compute(key, (_, running) -> arrive(running)).next();
        return shared == null ? runFor(key) : await(shared);
    }

    private static <V extends @Nullable Object> Running<V> arrive(@Nullable Running<V> running) {
        if (running == null) {
            return new Running<>(null);
        }
        return running.next() == null ? new Running<>(new CompletableFuture<>()) : running;
    }

    private V runFor(K key) {
        try {
            return query.apply(key);
        } finally {
            end(key);
        }
    }

    /** Starts the next query, if somebody waits for it. */
    private void end(K key) {
        keys.computeIfPresent(
                key,
                (_, ended) -> {
                    var next = ended.next();
                    if (next == null) {
                        return null;
                    }
                    var _ = next.completeAsync(() -> runFor(key), Thread::startVirtualThread);
                    return new Running<>(null);
                });
    }

    private static <V extends @Nullable Object> V await(CompletableFuture<V> shared) {
        try {
            return shared.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The service stops");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A shared query failed", e);
        }
    }

    /** How many keys have a query. */
    int size() {
        return keys.size();
    }
}
