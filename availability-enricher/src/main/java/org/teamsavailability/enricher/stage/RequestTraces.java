package org.teamsavailability.enricher.stage;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Fallback;

/**
 * The W3C trace context of a request, from its headers to those of its answer, and the spans in
 * between. A punctuator has no headers, so the context travels with the pending request; a span
 * does not outlive its process, so a restored request gets another of the same trace. Where spans
 * go nowhere, or this trace is not sampled, the answer carries the headers unchanged. No span says
 * who or what was asked for: that is in the records, for those who may read them.
 *
 * @param traced whether spans go anywhere; where not, nothing is spent on them
 */
public record RequestTraces(Tracer tracer, boolean traced) {

    private static final List<String> HEADERS = List.of("traceparent", "tracestate");

    /** The specification lets a vendor cut {@code tracestate} at 512 characters. */
    private static final int LONGEST = 512;

    private static final AttributeKey<List<String>> FALLBACKS =
            AttributeKey.stringArrayKey("teams.fallbacks");

    /** Requests are not traced; their answers carry the headers unchanged. */
    public static RequestTraces off() {
        return new RequestTraces(TracerProvider.noop().get(""), false);
    }

    /** A request as its record brings it, with a span that lasts until its answer. */
    AcceptedRequest accepted(Record<byte[], DispatchRequested> record, Instant now) {
        var traceContext = of(record.headers());
        return new AcceptedRequest(
                record.key(),
                Instant.ofEpochMilli(record.timestamp()),
                traceContext,
                record.value(),
                now,
                begin(traceContext, false));
    }

    /**
     * The span of a request from here to its answer.
     *
     * @param restored whether an earlier epoch of the stage accepted it first
     */
    Span begin(Map<String, String> traceContext, boolean restored) {
        if (!traced) {
            return Span.getInvalid();
        }
        return tracer.spanBuilder("dispatch-requested process")
                .setParent(remote(traceContext))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("teams.taken_over", restored)
                .startSpan();
    }

    /** Ends the request's span, and says what its answer and its fallbacks carry. */
    Headers answered(AnsweredRequest answered) {
        var request = answered.request();
        if (!request.span().getSpanContext().isSampled()) {
            request.span().end();
            return headers(request.traceContext());
        }
        describe(request.span(), answered.answer());
        var headers = headers(sent(request));
        request.span().end();
        return headers;
    }

    /** The next owner of the request continues its trace. */
    void abandoned(AcceptedRequest request) {
        request.span().setAttribute("teams.abandoned", true).end();
    }

    private Map<String, String> sent(AcceptedRequest request) {
        var sent =
                tracer.spanBuilder("candidate-availability send")
                        .setParent(remote(request.traceContext()).with(request.span()))
                        .setSpanKind(SpanKind.PRODUCER)
                        .setAttribute("messaging.system", "kafka")
                        .setAttribute("messaging.operation.type", "send")
                        .startSpan();
        sent.end();
        var carried = new HashMap<String, String>();
        W3CTraceContextPropagator.getInstance()
                .inject(
                        Context.root().with(sent),
                        carried,
                        (carrier, name, value) -> Objects.requireNonNull(carrier).put(name, value));
        return carried;
    }

    private static void describe(Span span, CandidateAvailability answer) {
        span.setAttribute("teams.source", answer.getSource().name())
                .setAttribute("teams.candidates", answer.getCandidates().size())
                .setAttribute("teams.late", answer.getLate())
                .setAttribute(
                        FALLBACKS,
                        answer.getFallbacks().stream()
                                .map(Fallback::getReason)
                                .map(Enum::name)
                                .toList());
    }

    private static Context remote(Map<String, String> traceContext) {
        return W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), traceContext, Carried.MAP);
    }

    /** The trace context of a record; nothing else of its headers. */
    private static Map<String, String> of(Headers headers) {
        var found = new HashMap<String, String>();
        for (String name : HEADERS) {
            var header = headers.lastHeader(name);
            if (header != null && header.value() != null && header.value().length <= LONGEST) {
                found.put(name, new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static Headers headers(Map<String, String> traceContext) {
        var headers = new RecordHeaders();
        traceContext.forEach(
                (name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    private enum Carried implements TextMapGetter<Map<String, String>> {
        MAP;

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
