package org.teamsavailability.enricher.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Lets pass what has a key and a value; anything else cannot be answered and goes to the
 * dead-letter topic as it came, with the headers that Kafka Streams gives its own dead letters.
 */
final class Screening implements Processor<byte[], Incoming, byte[], Object> {

    private final String next;
    private final String deadLetters;
    private @Nullable ProcessorContext<byte[], Object> context;

    Screening(String next, String deadLetters) {
        this.next = next;
        this.deadLetters = deadLetters;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], Incoming> record) {
        if (context == null) {
            throw new IllegalStateException("A record is screened before init()");
        }
        if (record.key() != null && record.value() != null) {
            context.forward(record.withValue(record.value().request()), next);
        } else {
            deadLetter(context, record);
        }
    }

    private void deadLetter(ProcessorContext<byte[], Object> to, Record<byte[], Incoming> record) {
        byte @Nullable [] bytes = record.value() == null ? null : record.value().bytes();
        String why =
                record.value() == null
                        ? "The record has no value: publish a DispatchRequested"
                        : "The record has no key: publish it under its serviceDeskId";
        var headers = new RecordHeaders(record.headers().toArray());
        add(headers, "exception", IllegalArgumentException.class.getName());
        add(headers, "message", why);
        to.recordMetadata()
                .ifPresent(metadata -> {
                    add(headers, "topic", metadata.topic());
                    add(headers, "partition", Integer.toString(metadata.partition()));
                    add(headers, "offset", Long.toString(metadata.offset()));
                });
        to.forward(record.<@Nullable Object>withValue(bytes).withHeaders(headers), deadLetters);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add("__streams.errors." + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
