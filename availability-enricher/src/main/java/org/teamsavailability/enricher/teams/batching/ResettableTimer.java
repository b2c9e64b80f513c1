package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one alarm of a desk; touched only in its mailbox. It may ring early, never late. */
final class ResettableTimer {

    // A Retry-After of centuries is more nanoseconds than a timer can count.
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Scheduler alarms;
    private final Runnable ring;
    private @Nullable Instant setFor;
    private Runnable off = () -> {};

    ResettableTimer(Scheduler alarms, Runnable ring) {
        this.alarms = alarms;
        this.ring = ring;
    }

    /**
     * @param when null = not needed
     */
    void at(@Nullable Instant when, Instant now) {
        if (when != null && (setFor == null || setFor.isAfter(when))) {
            off.run();
            setFor = when;
            off = alarms.after(delay(now, when), ring);
        }
    }

    private static Duration delay(Instant now, Instant when) {
        if (when.isAfter(now.plus(LONGEST))) {
            return LONGEST;
        }
        return when.isBefore(now) ? Duration.ZERO : Duration.between(now, when);
    }

    void rang() {
        setFor = null;
    }

    void off() {
        off.run();
        setFor = null;
    }
}
