package org.teamsavailability.mapping.availability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.teamsavailability.mapping.refusal.RefusedException;

/** Requests over HTTP in numbers: how calls ended, how many wait, how long answers take. */
public final class RequestMeters {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private static final String FAILED = "failed";
    private static final List<String> METHODS = List.of("GET", "POST");
    private static final List<String> OUTCOMES =
            List.of(
                    "answered",
                    "open",
                    "key_reused",
                    "in_progress",
                    "too_many_waiting",
                    "stream_unavailable",
                    "not_found",
                    FAILED);

    private final MeterRegistry registry;
    private final Timer answers;

    public RequestMeters(MeterRegistry registry, WaitingCalls calls) {
        this.registry = registry;
        this.answers =
                Timer.builder("teams.availability.http.answers")
                        .description("From when a request is on the topic until its answer is read")
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry);
        Gauge.builder("teams.availability.http.waiting", calls, WaitingCalls::count)
                .description("Calls that wait for an answer at this instance")
                .register(registry);
        METHODS.forEach(method -> OUTCOMES.forEach(outcome -> calls(method, outcome)));
    }

    private Counter calls(String method, String outcome) {
        return Counter.builder("teams.availability.http.calls")
                .description("Calls that ask or look for an answer, by how they ended")
                .tag("method", method)
                .tag("outcome", outcome)
                .register(registry);
    }

    /** What a call does. */
    @FunctionalInterface
    interface Call {
        Reply get() throws InterruptedException;
    }

    /** Counts a call by how it ends. */
    Reply counted(String method, Call call) throws InterruptedException {
        var outcome = FAILED;
        try {
            var reply = call.get();
            outcome =
                    switch (reply) {
                        case Reply.Answered _ -> "answered";
                        case Reply.Open _ -> "open";
                    };
            return reply;
        } catch (RefusedException e) {
            outcome = e.refusal() instanceof AvailabilityRefusal it ? nameOf(it) : FAILED;
            throw e;
        } finally {
            calls(method, outcome).increment();
        }
    }

    private static String nameOf(AvailabilityRefusal refusal) {
        return switch (refusal) {
            case AvailabilityRefusal.KeyReused _ -> "key_reused";
            case AvailabilityRefusal.InProgress _ -> "in_progress";
            case AvailabilityRefusal.TooManyWaiting _ -> "too_many_waiting";
            case AvailabilityRefusal.StreamUnavailable _ -> "stream_unavailable";
            case AvailabilityRefusal.NotFound _ -> "not_found";
        };
    }

    /** An answer was read so long after its request was published. */
    void answered(Duration after) {
        answers.record(after);
    }
}
