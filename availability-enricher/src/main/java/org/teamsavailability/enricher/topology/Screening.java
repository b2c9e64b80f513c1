package org.teamsavailability.enricher.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Lets pass records that have a key and a value and are not too long. Others cannot be answered and
 * go to the dead-letter topic unchanged, with the headers that Kafka Streams gives its own dead
 * letters. Of what is too long for that topic as well, only these headers.
 */
final class Screening implements Processor<byte[], Incoming, byte[], Object> {

    private final String next;
    private final String deadLetters;
    private final Runnable deadLetterCounter;
    private @Nullable ProcessorContext<byte[], Object> context;

    Screening(String next, String deadLetters, Runnable deadLetterCounter) {
        this.next = next;
        this.deadLetters = deadLetters;
        this.deadLetterCounter = deadLetterCounter;
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
        byte @Nullable [] bytes = record.value() == null ? null : record.value().bytes();
        if (record.value() == null) {
            deadLetter(context, record, bytes, "has no value: publish a DispatchRequested");
        } else if (record.key() == null) {
            deadLetter(context, record, bytes, "has no key: publish it under its serviceDeskId");
        } else if (RecordSize.isTooLong(record.key(), bytes)) {
            deadLetter(
                    context,
                    record,
                    bytes,
                    "is longer than "
                            + RecordSize.LONGEST / 1024
                            + " KiB: name fewer candidates, or use shorter ids and texts");
        } else {
            context.forward(record.withValue(record.value().request()), next);
        }
    }

    private void deadLetter(
            ProcessorContext<byte[], Object> to,
            Record<byte[], Incoming> record,
            byte @Nullable [] bytes,
            String why) {
        deadLetterCounter.run();
        boolean whole = !RecordSize.isTooLong(record.key(), bytes, record.headers());
        var headers = whole ? new RecordHeaders(record.headers().toArray()) : new RecordHeaders();
        add(headers, "exception", IllegalArgumentException.class.getName());
        add(headers, "message", "The record " + why);
        to.recordMetadata()
                .ifPresent(metadata -> {
                    add(headers, "topic", metadata.topic());
                    add(headers, "partition", Integer.toString(metadata.partition()));
                    add(headers, "offset", Long.toString(metadata.offset()));
                });
        to.forward(
                record.<byte @Nullable []>withKey(whole ? record.key() : null)
                        .<@Nullable Object>withValue(whole ? bytes : null)
                        .withHeaders(headers),
                deadLetters);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add("__streams.errors." + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
