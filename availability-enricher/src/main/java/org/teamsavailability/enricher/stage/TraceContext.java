package org.teamsavailability.enricher.stage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.teamsavailability.schemas.DispatchRequested;

/**
 * The W3C trace context of a request, from its headers to those of its answer. A punctuator has no
 * headers, so it travels with the pending request.
 */
final class TraceContext {

    private static final List<String> HEADERS = List.of("traceparent", "tracestate");

    /** The specification lets a vendor cut {@code tracestate} at 512 characters. */
    private static final int LONGEST = 512;

    private TraceContext() {}

    static TakenRequest taken(Record<byte[], DispatchRequested> record, Instant now) {
        return new TakenRequest(
                record.key(),
                Instant.ofEpochMilli(record.timestamp()),
                of(record.headers()),
                record.value(),
                now);
    }

    static Headers headers(TakenRequest request) {
        var headers = new RecordHeaders();
        request.traceContext()
                .forEach(
                        (name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

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
}
