package org.teamsavailability.enricher.teams.batching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.RetryTime;

/** The calls of one workload: how long reads wait for them, how many are out, how they end. */
final class CallMeters {

    /** From the pace of calls to the time that an answer may take. */
    private static final Duration[] WAITS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Timer waits;
    private final Timer retryAfter;
    private final Map<ReadKind, Map<String, Timer>> calls = new ConcurrentHashMap<>();

    CallMeters(String workload, MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("teams.gateway.in.flight", inFlight, AtomicInteger::get)
                .description("Calls that Microsoft has not answered yet")
                .tag("workload", workload)
                .register(registry);
        waits =
                Timer.builder("teams.gateway.wait")
                        .description("How long a read waits for its first call to start")
                        .tag("workload", workload)
                        .serviceLevelObjectives(WAITS)
                        .register(registry);
        retryAfter =
                Timer.builder("teams.gateway.retry.after")
                        .description("How long Microsoft told us to wait")
                        .tag("workload", workload)
                        .register(registry);
    }

    <K, R> void started(List<SharedRead<K, R>> reads, Instant now) {
        inFlight.incrementAndGet();
        for (SharedRead<K, R> read : reads) {
            Instant since = read.waitsForFirstCallSince();
            if (since != null) {
                waits.record(since.until(now, ChronoUnit.NANOS), TimeUnit.NANOSECONDS);
            }
        }
    }

    void ended(ReadKind kind, Instant started, Reply<?, ?> reply) {
        inFlight.decrementAndGet();
        calls(kind, reply.outcome())
                .record(started.until(reply.at(), ChronoUnit.NANOS), TimeUnit.NANOSECONDS);
        RetryTime retryTime = retryTime(reply);
        if (retryTime != null) {
            retryAfter.record(Duration.between(reply.at(), retryTime.notBefore()));
        }
    }

    private static @Nullable RetryTime retryTime(Reply<?, ?> reply) {
        return switch (reply) {
            case Reply.Results<?, ?> _ -> null;
            case Reply.Failure<?, ?> failure -> failure.retryTime();
        };
    }

    private Timer calls(ReadKind kind, String outcome) {
        return calls.computeIfAbsent(kind, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        outcome,
                        _ ->
                                Timer.builder("teams.gateway.calls")
                                        .description("Calls to Microsoft Graph")
                                        .tag("kind", kind.tag())
                                        .tag("outcome", outcome)
                                        .register(registry));
    }
}
