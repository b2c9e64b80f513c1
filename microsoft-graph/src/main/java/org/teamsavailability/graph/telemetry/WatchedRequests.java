package org.teamsavailability.graph.telemetry;

import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Counts and times each HTTP request to Microsoft, until its status is there, and makes it a span
 * of whatever it is sent for. Neither path nor query goes anywhere: they hold ids and addresses.
 * Any thread.
 */
public final class WatchedRequests implements Interceptor {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final Telemetry telemetry;

    public WatchedRequests(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        var operation = Operation.of(request.url().encodedPath());
        var started = Timer.start(telemetry.meters());
        var span = span(operation, request.method());
        var outcome = "unreachable";
        try {
            var response = chain.proceed(request);
            outcome = outcome(response.code());
            span.setAttribute("http.response.status_code", response.code());
            return response;
        } finally {
            if (!outcome.equals("ok")) {
                span.setStatus(StatusCode.ERROR);
            }
            span.setAttribute("microsoft.outcome", outcome).end();
            started.stop(timer(operation, outcome));
        }
    }

    private Span span(Operation operation, String method) {
        if (!telemetry.traced()) {
            return Span.getInvalid();
        }
        return telemetry
                .tracer()
                .spanBuilder("microsoft " + operation.tag())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("http.request.method", method)
                .startSpan();
    }

    private Timer timer(Operation operation, String outcome) {
        return Timer.builder("teams.graph.requests")
                .description("HTTP requests to Microsoft, until the status is there")
                .tag("operation", operation.tag())
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(telemetry.meters());
    }

    private static String outcome(int status) {
        return switch (status) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 429 -> "throttled";
            default -> status < 400 ? "ok" : status < 500 ? "rejected" : "server-error";
        };
    }
}
