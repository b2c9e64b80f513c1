package org.teamsavailability.mapping.schedule;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** {@link Scheduler} on virtual threads. What waits or runs when it is closed is dropped. */
public final class VirtualThreadScheduler implements Scheduler, AutoCloseable {

    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("connection-clockwork").daemon().factory());
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("connection-", 0).factory());

    /** For work that may block. */
    public ExecutorService threads() {
        return threads;
    }

    @Override
    public void after(Duration delay, Runnable work) {
        if (!clockwork.isShutdown()) {
            var _ =
                    clockwork.schedule(
                            () -> threads.execute(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Does the work again and again, each time so long after it was done. */
    void every(Duration pause, Runnable work) {
        after(
                pause,
                () -> {
                    try {
                        work.run();
                    } finally {
                        every(pause, work);
                    }
                });
    }

    @Override
    public void close() {
        var _ = clockwork.shutdownNow();
        var _ = threads.shutdownNow();
    }
}
