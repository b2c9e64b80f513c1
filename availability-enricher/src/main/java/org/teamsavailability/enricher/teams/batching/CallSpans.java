package org.teamsavailability.enricher.teams.batching;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.LinkedHashSet;
import java.util.Set;
import org.teamsavailability.graph.telemetry.Telemetry;

/**
 * A span for each call: a child of the request that has waited longest for it, and linked to the
 * others that it serves. A trace of its own, linked to all, would be sampled by itself, and so be
 * missing where only the requests are. Says how many, never who. Any thread.
 */
record CallSpans(Telemetry telemetry) {

    Span started(ReadKind kind, Batch<?, ?> batch) {
        if (!telemetry.traced()) {
            return Span.getInvalid();
        }
        Set<SpanContext> requestSpans = LinkedHashSet.newLinkedHashSet(4);
        batch.sharedReads().forEach(sharedRead -> sharedRead.collectRequestSpans(requestSpans));
        if (requestSpans.isEmpty()) {
            return Span.getInvalid();
        }
        SpanContext first =
                requestSpans.stream()
                        .filter(SpanContext::isSampled)
                        .findFirst()
                        .orElse(requestSpans.iterator().next());
        SpanBuilder span =
                telemetry
                        .tracer()
                        .spanBuilder("teams." + kind.tag())
                        .setParent(Context.root().with(Span.wrap(first)))
                        .setSpanKind(SpanKind.INTERNAL)
                        .setAttribute("teams.ids", batch.size())
                        .setAttribute("teams.requests", requestSpans.size());
        requestSpans.stream()
                .filter(requestSpan -> !requestSpan.equals(first))
                .forEach(span::addLink);
        return span.startSpan();
    }

    void ended(Span span, Reply<?, ?> reply) {
        span.setAttribute("teams.outcome", reply.outcome());
        if (reply instanceof Reply.Failure<?, ?>(var failure, _, _)) {
            span.setStatus(StatusCode.ERROR);
            if (failure.requestId() != null) {
                span.setAttribute("microsoft.request_id", failure.requestId());
            }
        }
        span.end();
    }
}
