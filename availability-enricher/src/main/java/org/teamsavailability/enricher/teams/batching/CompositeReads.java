package org.teamsavailability.enricher.teams.batching;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads of several calls that follow each other, such as the pages of a long listing. Each of the
 * calls is a read of the same queue, with a permit, rate limit and attempts of its own, so the
 * composite takes none. Touched only in the executor of its queue.
 */
record CompositeReads<K, R>(Calls<K, R> calls, OpenReads<K, R> openReads, Waiters<K, R> waiters) {

    /**
     * Starts them.
     *
     * @param returned called with the result, on any thread
     */
    void send(Batch<K, R> batch, Instant now, Consumer<Reply<K, R>> returned) {
        openReads.started(batch, now);
        Set<SpanContext> requestSpans = new LinkedHashSet<>();
        batch.sharedReads().forEach(sharedRead -> sharedRead.collectRequestSpans(requestSpans));
        Span requestSpan =
                requestSpans.isEmpty()
                        ? Span.getInvalid()
                        : Span.wrap(requestSpans.iterator().next());
        var _ = calls.make(batch.keys(), requestSpan).thenAccept(returned);
    }

    void returned(Batch<K, R> batch, Reply<K, R> reply, Instant now) {
        openReads.returned(batch);
        for (SharedRead<K, R> sharedRead : batch.sharedReads()) {
            switch (reply) {
                case Reply.Results<K, R>(var results, var at) ->
                        waiters.answer(sharedRead, results.apply(sharedRead.key()), at, now);
                case Reply.Failure<K, R>(var failure, _, var at) ->
                        waiters.fail(sharedRead, failure, at);
            }
        }
    }
}
