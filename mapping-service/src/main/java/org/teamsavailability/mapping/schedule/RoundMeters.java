package org.teamsavailability.mapping.schedule;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Daily rounds in numbers, of this instance. Any thread. */
final class RoundMeters {

    private final AtomicReference<@Nullable Instant> lastDone = new AtomicReference<>();
    private final Counter done;
    private final Counter undecided;
    private final Counter failed;

    RoundMeters(MeterRegistry registry) {
        Gauge.builder("teams.availability.daily.round.last.done", lastDone, RoundMeters::seconds)
                .baseUnit("seconds")
                .description("When a daily round was last done, in seconds since 1970")
                .register(registry);
        done = counter(registry, "done");
        undecided = counter(registry, "undecided");
        failed = counter(registry, "failed");
    }

    void done(Instant at) {
        lastDone.set(at);
        done.increment();
    }

    /** One of its parts could not be done; the round comes again. */
    void undecided() {
        undecided.increment();
    }

    void failed() {
        failed.increment();
    }

    private static double seconds(AtomicReference<@Nullable Instant> lastDone) {
        var at = lastDone.get();
        return at == null ? Double.NaN : at.getEpochSecond();
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("teams.availability.daily.rounds")
                .description("Daily rounds of service desks, by how they ended")
                .tag("outcome", outcome)
                .register(registry);
    }
}
