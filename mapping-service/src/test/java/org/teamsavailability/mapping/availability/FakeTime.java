package org.teamsavailability.mapping.availability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes only when a test says so, or when a call pauses. */
final class FakeTime extends Clock implements MonotonicTime {

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private Runnable duringPauses = () -> {};

    void advance(Duration by) {
        now = now.plus(by);
    }

    /** What others do whenever a call pauses. */
    void duringPauses(Runnable what) {
        duringPauses = what;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public void pause(Duration duration) {
        advance(duration.isZero() ? Duration.ofMillis(1) : duration);
        duringPauses.run();
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
