package org.teamsavailability.operations.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Dead letters made by hand. */
final class Fixtures {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Fixtures() {}

    /** A request that could not be read; its value is secret. */
    static DeadLetter request(int partition, long offset, Instant at, String message) {
        return letter(
                DeadLetterTopic.REQUESTS,
                partition,
                offset,
                at,
                "northwind",
                "secret",
                Map.of(
                        "__streams.errors.exception",
                        "org.teamsavailability.schemas.serde.UnreadableRecordException",
                        "__streams.errors.message",
                        message));
    }

    @SuppressWarnings("NullAway") // Kafka's records take nulls, and do not say so
    static DeadLetter letter(
            DeadLetterTopic pile,
            int partition,
            long offset,
            Instant at,
            @Nullable String key,
            @Nullable String value,
            Map<String, String> headers) {
        var all = new RecordHeaders();
        headers.forEach((name, text) -> all.add(name, text.getBytes(UTF_8)));
        return new DeadLetter(
                pile,
                new ConsumerRecord<>(
                        pile.topic(),
                        partition,
                        offset,
                        at.toEpochMilli(),
                        TimestampType.CREATE_TIME,
                        -1,
                        -1,
                        key == null ? null : key.getBytes(UTF_8),
                        value == null ? null : value.getBytes(UTF_8),
                        all,
                        Optional.empty()));
    }
}
