package org.teamsavailability.enricher.stage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests wait, over all tasks of this process. Any thread. */
public final class StageMetrics {

    private final AtomicInteger pending = new AtomicInteger();
    private final Counter overdue;

    public StageMetrics(MeterRegistry registry) {
        Gauge.builder("teams.availability.pending.requests", pending, AtomicInteger::get)
                .description("Requests that wait for Teams, over all tasks of this process")
                .register(registry);
        overdue =
                Counter.builder("teams.availability.deadline.misses")
                        .description("Requests answered at their deadline, before Teams did")
                        .register(registry);
    }

    void overdue() {
        overdue.increment();
    }

    void added() {
        pending.incrementAndGet();
    }

    void removed(int requests) {
        pending.addAndGet(-requests);
    }
}
