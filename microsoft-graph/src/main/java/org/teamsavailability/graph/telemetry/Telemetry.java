package org.teamsavailability.graph.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;

/**
 * Where meters and spans go.
 *
 * @param traced whether spans go anywhere; where not, nothing is spent on them
 */
public record Telemetry(MeterRegistry meters, Tracer tracer, boolean traced) {

    private static final String SCOPE = "org.teamsavailability";

    /** Meters and spans. */
    public static Telemetry of(MeterRegistry meters, OpenTelemetry spans) {
        return new Telemetry(meters, spans.getTracer(SCOPE), true);
    }

    /** Meters alone. */
    public static Telemetry untraced(MeterRegistry meters) {
        return new Telemetry(meters, OpenTelemetry.noop().getTracer(SCOPE), false);
    }

    /** Nowhere. */
    public static Telemetry none() {
        return untraced(new CompositeMeterRegistry());
    }
}
