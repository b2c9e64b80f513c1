package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs a short task later, on a thread of its own or, in a simulation, when time gets there. */
@FunctionalInterface
public interface Scheduler {

    /**
     * Runs the task once after the delay; a little late or early does no harm.
     *
     * @param delay not negative
     * @return cancels the task; without effect once it ran
     */
    Runnable after(Duration delay, Runnable task);

    /**
     * Tasks on an executor, best with {@code setRemoveOnCancelPolicy(true)}: most are cancelled.
     */
    static Scheduler on(ScheduledExecutorService executor) {
        return (delay, task) -> {
            Future<?> scheduled = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        };
    }
}
