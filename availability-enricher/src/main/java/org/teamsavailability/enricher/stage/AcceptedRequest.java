package org.teamsavailability.enricher.stage;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.teamsavailability.schemas.DispatchRequested;

/**
 * A request as the stage took it, with what its answer has to carry.
 *
 * @param key the record's key, byte for byte
 * @param timestamp the record's timestamp
 * @param traceContext the record's W3C trace context headers
 * @param takenAt when the stage took it, or took it over after a restart
 * @param span lasts until the answer; invalid where requests are not traced
 */
@SuppressWarnings("ArrayRecordComponent") // the key is handed on as it came, never compared
public record AcceptedRequest(
        byte[] key,
        Instant timestamp,
        Map<String, String> traceContext,
        DispatchRequested request,
        Instant takenAt,
        Span span) {

    private static final Duration PROMPT = Duration.ofMillis(50);

    public AcceptedRequest {
        traceContext = Map.copyOf(traceContext);
    }

    /**
     * Whether it had to wait to be taken: many came at once, so what it costs counts for more than
     * a few milliseconds.
     */
    public boolean isLateAlready() {
        return takenAt.isAfter(timestamp.plus(PROMPT));
    }
}
