package org.teamsavailability.service.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/**
 * Exports spans without what an exception says: a message may quote a row or a request, and they a
 * person. Its class stays.
 */
final class DiscreetSpanExporter implements SpanExporter {

    private static final AttributeKey<String> CLASS = AttributeKey.stringKey("exception.type");

    private final SpanExporter exporter;

    DiscreetSpanExporter(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(Discreet::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class Discreet extends DelegatingSpanData {

        private final List<EventData> events;
        private final StatusData status;

        Discreet(SpanData span) {
            super(span);
            this.events = span.getEvents().stream().map(Discreet::discreet).toList();
            this.status = StatusData.create(span.getStatus().getStatusCode(), "");
        }

        @Override
        public List<EventData> getEvents() {
            return events;
        }

        @Override
        public StatusData getStatus() {
            return status;
        }

        private static EventData discreet(EventData event) {
            var type = event.getAttributes().get(CLASS);
            return EventData.create(
                    event.getEpochNanos(),
                    event.getName(),
                    type == null ? Attributes.empty() : Attributes.of(CLASS, type));
        }
    }
}
