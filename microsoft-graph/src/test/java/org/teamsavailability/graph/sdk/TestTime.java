package org.teamsavailability.graph.sdk;

import static org.teamsavailability.graph.GraphFixture.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Time that passes when somebody waits, and only then. */
final class TestTime extends Clock implements Pause {

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

    Duration passed() {
        return Duration.between(NOW, now.get());
    }

    @Override
    public void of(Duration duration) {
        now.updateAndGet(time -> time.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
