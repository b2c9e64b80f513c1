package org.teamsavailability.enricher.teams.batching;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a queue's calls to Graph and gives each one reply with the time at which it came. Any
 * thread.
 */
record Calls<K, R>(Reads<K, R> reads, InstantSource clock) {

    /**
     * Makes a call. What this thread was doing for others is no part of the call's trace.
     *
     * @return never fails: a failure is a reply
     */
    CompletionStage<Reply<K, R>> make(List<K> keys, Span span) {
        try (var _ = Context.root().with(span).makeCurrent()) {
            return call(keys).handle(this::reply);
        }
    }

    private CompletionStage<Function<K, R>> call(List<K> keys) {
        try {
            return reads.call(keys);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private Reply<K, R> reply(@Nullable Function<K, R> results, @Nullable Throwable thrown) {
        Instant at = clock.instant();
        return results != null && thrown == null
                ? new Reply.Results<>(results, at)
                : Failures.reply(thrown, at);
    }
}
