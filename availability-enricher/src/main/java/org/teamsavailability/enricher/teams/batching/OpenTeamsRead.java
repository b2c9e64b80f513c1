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
 * One request's sheet of outcomes, a line for each key. Written by one thread at a time: who makes
 * it, then the mailbox of the desk it is given to. Read from anywhere.
 */
final class OpenTeamsRead<K, V> implements TeamsRead<K, V> {

    private final List<K> keys;
    private final Instant deadline;
    private final AtomicReferenceArray<@Nullable Outcome<V>> outcomes;
    private final CompletableFuture<@Nullable Void> settled = new CompletableFuture<>();
    private final SpanContext asker = Span.current().getSpanContext();
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

    /** The trace of the request that it was opened for; invalid where there is none. */
    SpanContext asker() {
        return asker;
    }

    Instant deadline() {
        return deadline;
    }

    /** Writes the last word on a key. */
    void answer(int line, Outcome<V> outcome) {
        outcomes.set(line, outcome);
        if (--unanswered == 0) {
            close();
        }
    }

    void fail(int line, GraphFailure failure) {
        answer(line, new Outcome.Failed<>(failure));
    }

    /** Writes down a failure that a new attempt may replace. */
    void note(int line, GraphFailure failure) {
        outcomes.set(line, new Outcome.Failed<>(failure));
    }

    /** Writes down what is known so far. */
    void note(int line, Outcome.Read<V> soFar) {
        outcomes.set(line, soFar);
    }

    /** Takes back what was written down. */
    void forget(int line) {
        outcomes.set(line, null);
    }

    /** Nothing more will come. */
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
        for (int line = 0; line < keys.size(); line++) {
            Outcome<V> outcome = outcomes.get(line);
            if (outcome != null) {
                known.put(keys.get(line), outcome);
            }
        }
        return Collections.unmodifiableMap(known);
    }
}
