package org.teamsavailability.mapping.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The relay in numbers. Any thread. */
final class RelayMeters {

    private static final String PREFIX = "teams.availability.publication.";

    private final Counter published;
    private final Counter failed;

    RelayMeters(MeterRegistry registry, RelayStatus status) {
        Gauge.builder(PREFIX + "lag", status, it -> it.lag().toMillis() / 1_000.0)
                .baseUnit("seconds")
                .description("Age of the oldest change that is not published")
                .register(registry);
        Gauge.builder(PREFIX + "marks", status, RelayStatus::marks)
                .description("Keys to be published, counted up to " + Backlog.MOST)
                .register(registry);
        Gauge.builder(
                        PREFIX + "active",
                        status,
                        it -> it.state() == RelayStatus.State.PUBLISHING ? 1 : 0)
                .description("1 where this instance publishes, 0 where it stands by or fails")
                .register(registry);
        published =
                Counter.builder(PREFIX + "published")
                        .description("Records published, tombstones included")
                        .register(registry);
        failed =
                Counter.builder(PREFIX + "failed")
                        .description("Attempts to publish that failed, and are repeated")
                        .register(registry);
    }

    void published(int records) {
        published.increment(records);
    }

    void failed() {
        failed.increment();
    }
}
