package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one timer of a queue; touched only in its executor. It may fire early, never late. */
final class ResettableTimer {

    // A Retry-After of centuries is more nanoseconds than a timer can count.
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Scheduler scheduler;
    private final Runnable task;
    private @Nullable Instant setFor;
    private Runnable cancel = () -> {};

    ResettableTimer(Scheduler scheduler, Runnable task) {
        this.scheduler = scheduler;
        this.task = task;
    }

    /**
     * @param when null = not needed
     */
    void at(@Nullable Instant when, Instant now) {
        if (when != null && (setFor == null || setFor.isAfter(when))) {
            cancel.run();
            setFor = when;
            cancel = scheduler.after(delay(now, when), task);
        }
    }

    private static Duration delay(Instant now, Instant when) {
        if (when.isAfter(now.plus(LONGEST))) {
            return LONGEST;
        }
        return when.isBefore(now) ? Duration.ZERO : Duration.between(now, when);
    }

    void fired() {
        setFor = null;
    }

    void cancel() {
        cancel.run();
        setFor = null;
    }
}
