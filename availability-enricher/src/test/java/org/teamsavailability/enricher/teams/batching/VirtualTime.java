package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that only a test moves, and the tasks that fall due on its way. */
final class VirtualTime implements InstantSource, Scheduler {

    private record ScheduledTask(Instant at, long order, Runnable task) {}

    private final PriorityQueue<ScheduledTask> tasks =
            new PriorityQueue<>(
                    Comparator.comparing(ScheduledTask::at)
                            .thenComparingLong(ScheduledTask::order));
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private long order;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        ScheduledTask scheduled = new ScheduledTask(now.plus(delay), order++, task);
        tasks.add(scheduled);
        return () -> tasks.remove(scheduled);
    }

    Instant in(long millis) {
        return now.plusMillis(millis);
    }

    int tasksScheduled() {
        return tasks.size();
    }

    void pass(long millis) {
        Instant end = in(millis);
        for (ScheduledTask next = tasks.peek();
                next != null && !next.at().isAfter(end);
                next = tasks.peek()) {
            tasks.remove();
            now = next.at();
            next.task().run();
        }
        now = end;
    }

    void setBack(Duration by) {
        now = now.minus(by);
    }
}
