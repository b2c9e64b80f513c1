package org.teamsavailability.mapping.availability;

import java.time.Duration;

/** How long something may still take. */
final class TimeLimit {

    private final MonotonicTime time;
    private final long end;

    TimeLimit(MonotonicTime time, Duration fromNow) {
        this.time = time;
        this.end = time.nanos() + fromNow.toNanos();
    }

    /** Zero when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - time.nanos()));
    }

    boolean isOver() {
        return end - time.nanos() <= 0;
    }

    /** Pauses, but not beyond the end. */
    void pause(Duration most) throws InterruptedException {
        var left = left();
        time.pause(left.compareTo(most) < 0 ? left : most);
    }
}
