package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that stands still until told to go on, and the alarms that ring on its way. */
final class VirtualTime implements InstantSource, Scheduler {

    private record ScheduledTask(Instant at, long order, Runnable task) {}

    private final PriorityQueue<ScheduledTask> alarms =
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
        ScheduledTask alarm = new ScheduledTask(now.plus(delay), order++, task);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    Instant in(long millis) {
        return now.plusMillis(millis);
    }

    int alarmsSet() {
        return alarms.size();
    }

    void pass(long millis) {
        Instant end = in(millis);
        for (ScheduledTask next = alarms.peek();
                next != null && !next.at().isAfter(end);
                next = alarms.peek()) {
            alarms.remove();
            now = next.at();
            next.task().run();
        }
        now = end;
    }

    void setBack(Duration by) {
        now = now.minus(by);
    }
}
