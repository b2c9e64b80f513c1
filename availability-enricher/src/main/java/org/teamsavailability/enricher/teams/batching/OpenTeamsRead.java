package org.teamsavailability.enricher.teams.batching;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.GraphFailure;

/**
 * The outcomes of one request's reads, by the index of their keys. Written by one thread at a time:
 * the one that creates it, then its queue's executor. Read from any thread.
 */
final class OpenTeamsRead<K, V> implements TeamsRead<K, V> {

    private final List<K> keys;
    private final Instant deadline;
    private final AtomicReferenceArray<@Nullable Outcome<V>> outcomes;
    private final CompletableFuture<@Nullable Void> settled = new CompletableFuture<>();
    private final SpanContext requestSpan = Span.current().getSpanContext();
    private int unanswered;

    OpenTeamsRead(Collection<K> keys, Instant deadline) {
        this.keys = List.copyOf(keys);
        this.deadline = deadline;
        this.outcomes = new AtomicReferenceArray<>(this.keys.size());
        this.unanswered = this.keys.size();
        if (unanswered == 0) {
            close();
        }
    }

    List<K> keys() {
        return keys;
    }

    /** The span of the request; invalid where it is not traced. */
    SpanContext requestSpan() {
        return requestSpan;
    }

    Instant deadline() {
        return deadline;
    }

    /** Sets the final outcome of a key. */
    void answer(int index, Outcome<V> outcome) {
        outcomes.set(index, outcome);
        if (--unanswered == 0) {
            close();
        }
    }

    void fail(int index, GraphFailure failure) {
        answer(index, new Outcome.Failed<>(failure));
    }

    /** Sets a failure that a new attempt may replace. */
    void note(int index, GraphFailure failure) {
        outcomes.set(index, new Outcome.Failed<>(failure));
    }

    /** Sets a partial result. */
    void note(int index, Outcome.Read<V> soFar) {
        outcomes.set(index, soFar);
    }

    /** Clears what was noted. */
    void forget(int index) {
        outcomes.set(index, null);
    }

    /** Settles the reads: no further outcome will come. */
    void close() {
        settled.complete(null);
    }

    boolean isSettled() {
        return settled.isDone();
    }

    @Override
    public CompletionStage<?> settled() {
        return settled;
    }

    @Override
    public Map<K, Outcome<V>> soFar() {
        Map<K, Outcome<V>> known = LinkedHashMap.newLinkedHashMap(keys.size());
        for (int index = 0; index < keys.size(); index++) {
            Outcome<V> outcome = outcomes.get(index);
            if (outcome != null) {
                known.put(keys.get(index), outcome);
            }
        }
        return Collections.unmodifiableMap(known);
    }
}
