package org.teamsavailability.benchmarks.load;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does what is to be done during a run, on a thread of its own. */
final class TimedTasks implements AutoCloseable {

    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("run-tasks").daemon().factory());
    private volatile @Nullable RuntimeException failure;

    /**
     * @param start the moment from which the tasks' times count, on {@link System#nanoTime()}
     */
    TimedTasks(long start, List<Load.Action> tasks, List<Load.Action> more) {
        tasks.forEach(task -> schedule(start, task));
        more.forEach(task -> schedule(start, task));
    }

    private void schedule(long start, Load.Action action) {
        long delay = start + action.at().toNanos() - System.nanoTime();
        var _ = executor.schedule(() -> run(action.task()), delay, TimeUnit.NANOSECONDS);
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /**
     * Waits for the tasks.
     *
     * @throws RuntimeException what a task has thrown
     */
    @Override
    public void close() {
        executor.close();
        if (failure != null) {
            throw failure;
        }
    }
}
