package org.teamsavailability.enricher.stage;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.teamsavailability.schemas.DispatchRequested;

/**
 * A request that the stage accepted, with what its answer has to carry.
 *
 * @param key the record's key, byte for byte
 * @param timestamp the record's timestamp
 * @param traceContext the record's W3C trace context headers
 * @param acceptedAt when the stage accepted it, or restored it after a restart
 * @param span lasts until the answer; invalid where requests are not traced
 */
@SuppressWarnings("ArrayRecordComponent") // the key is passed on unchanged, never compared
public record AcceptedRequest(
        byte[] key,
        Instant timestamp,
        Map<String, String> traceContext,
        DispatchRequested request,
        Instant acceptedAt,
        Span span) {

    private static final Duration PROMPT = Duration.ofMillis(50);

    public AcceptedRequest {
        traceContext = Map.copyOf(traceContext);
    }

    /**
     * Whether it waited before it was accepted: many came at once, so few calls count for more than
     * a few milliseconds.
     */
    public boolean isLateAlready() {
        return acceptedAt.isAfter(timestamp.plus(PROMPT));
    }
}
