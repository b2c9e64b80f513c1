package org.teamsavailability.mapping.outbox.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.mapping.outbox.FencedException;
import org.teamsavailability.mapping.outbox.Publication;
import org.teamsavailability.mapping.outbox.Publisher;

/** Publishes in a Kafka transaction. */
final class KafkaPublisher implements Publisher {

    private static final Logger log = LoggerFactory.getLogger(KafkaPublisher.class);
    private static final W3CTraceContextPropagator TRACE_CONTEXT =
            W3CTraceContextPropagator.getInstance();
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(1);

    private final Producer<String, byte[]> producer;
    private final Records records;
    private final Telemetry telemetry;

    KafkaPublisher(Producer<String, byte[]> producer, Records records, Telemetry telemetry) {
        this.producer = producer;
        this.records = records;
        this.telemetry = telemetry;
    }

    void fenceFormerOnes() {
        producer.initTransactions();
    }

    /** The registry is asked before the transaction begins; its commit reports failed sends. */
    @Override
    public void publish(List<Publication> publications) {
        var ready = publications.stream().map(records::of).toList();
        var span = span(ready);
        try {
            producer.beginTransaction();
            for (var record : ready) {
                var _ = producer.send(record);
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            span.setStatus(StatusCode.ERROR);
            throw isFenced(e) ? new FencedException(e) : e;
        } finally {
            span.end();
        }
    }

    /**
     * The send of these rows, a trace of its own: many changes may have led to one row. A row
     * carries its context where the trace is sampled.
     */
    private Span span(List<ProducerRecord<String, byte @Nullable []>> rows) {
        if (!telemetry.traced()) {
            return Span.getInvalid();
        }
        var span =
                telemetry
                        .tracer()
                        .spanBuilder("tables send")
                        .setNoParent()
                        .setSpanKind(SpanKind.PRODUCER)
                        .setAttribute("messaging.system", "kafka")
                        .setAttribute("messaging.operation.type", "send")
                        .setAttribute("messaging.batch.message_count", rows.size())
                        .startSpan();
        if (span.getSpanContext().isSampled()) {
            rows.forEach(row ->
                    TRACE_CONTEXT.inject(
                            Context.root().with(span), row.headers(), KafkaPublisher::add));
        }
        return span;
    }

    private static void add(@Nullable Headers headers, String name, String value) {
        if (headers != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isFenced(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof ProducerFencedException
                        || failure instanceof InvalidProducerEpochException
                        || isFenced(failure.getCause()));
    }

    @Override
    public void close() {
        try {
            producer.close(CLOSES_WITHIN);
        } catch (KafkaException e) {
            log.atDebug()
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("The producer did not close; the next one undoes what it left");
        }
    }
}
