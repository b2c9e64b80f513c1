package org.teamsavailability.enricher.topology;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.stage.AnsweredRequest;

/** Publishes an answer, and for operations one record per fallback. */
final class Publishing implements Processor<byte[], AnsweredRequest, byte[], SpecificRecord> {

    private final String answers;
    private final String fallbacks;
    private final AnswerMetrics metrics;
    private @Nullable ProcessorContext<byte[], SpecificRecord> context;

    Publishing(String answers, String fallbacks, AnswerMetrics metrics) {
        this.answers = answers;
        this.fallbacks = fallbacks;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], SpecificRecord> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], AnsweredRequest> record) {
        if (context == null) {
            throw new IllegalStateException("An answer is published before init()");
        }
        AnsweredRequest answered = record.value();
        var cloudEvent = CloudEventHeaders.of(answered.answer());
        Record<byte[], SpecificRecord> answer = record.withValue(answered.answer());
        if (cloudEvent != null) {
            cloudEvent.addForAnswer(answer.headers());
        }
        context.forward(answer, answers);
        int number = 0;
        for (var reason : answered.fallbacks()) {
            Record<byte[], SpecificRecord> fallback = record.withValue(reason);
            number++;
            if (cloudEvent != null) {
                cloudEvent.addForFallback(fallback.headers(), number);
            }
            context.forward(fallback, fallbacks);
        }
        metrics.answered(answered.request(), answered.answer());
    }
}
