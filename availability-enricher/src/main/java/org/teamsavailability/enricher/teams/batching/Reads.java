package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.GraphFailure;

/**
 * How a queue reads one workload of its tenant, and what it caches.
 *
 * @param <K> what one read is about
 * @param <R> what it brings
 */
interface Reads<K, R> {

    /** How many keys fit in one call. */
    int mostPerCall();

    ReadKind kind(K key);

    /** What is remembered and young enough; null where it has to be asked. */
    @Nullable Outcome<R> recall(K key, Instant now);

    /**
     * Starts one call.
     *
     * @param keys 1 to {@link #mostPerCall()}, all of one kind, none twice
     * @return gives each key's result
     */
    CompletionStage<Function<K, R>> call(List<K> keys);

    /**
     * Takes out keys that requests asked for lately, and that a call with room may read again
     * before what is cached gets too old.
     *
     * @param most how many at most
     * @param free which keys may be asked for now
     */
    default List<K> takeAging(int most, Predicate<K> free, Instant now) {
        return List.of();
    }

    void remember(K key, R result, Instant readAt);

    /** Whose schedule this is about; null where it is about no team. */
    default @Nullable UUID team(K key) {
        return null;
    }

    /** Whether a call for this key hung lately, and none has been answered since. */
    default boolean isSlow(K key, Instant now) {
        return false;
    }

    /** A call for this key hangs. */
    default void rememberSlow(K key, Instant at) {}

    /** Whether this is read by several calls that are asked for one by one. */
    default boolean isComposite(K key) {
        return false;
    }

    /** What is to be read again while what is remembered still serves; null where nothing is. */
    default @Nullable K refresh(K key, Outcome<R> remembered, Instant now) {
        return null;
    }

    /** Graph failed in a way that no new attempt helps. */
    void rememberFailure(K key, GraphFailure failure, Instant at);

    /** The circuit breakers, which outlive the queue. */
    CircuitBreakers<K> breakers();

    /** What is remembered of the endpoint; null where a refusal is a failure like others. */
    @Nullable Endpoint<K> endpoint();

    /**
     * Graph refuses a call for this key alone, and answers others.
     *
     * @return what stands for the result; null where the refusal is a failure like others
     */
    @Nullable R refused(K key, Instant at);
}
