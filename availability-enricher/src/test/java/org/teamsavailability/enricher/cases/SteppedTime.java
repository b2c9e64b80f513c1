package org.teamsavailability.enricher.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.enricher.teams.batching.Scheduler;

/**
 * A clock that one thread moves step by step, and the alarms that ring on its way. They are set and
 * called off, and the clock is read, by any thread.
 */
final class SteppedTime extends Clock implements Scheduler {

    private static final Duration STEP = Duration.ofMillis(20);

    private record Alarm(Instant at, Runnable task) {}

    private final List<Alarm> alarms = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    /** Rings the alarms that are due after the step, and those that these set for the same time. */
    void step() {
        for (List<Alarm> due = dueAfter(STEP); !due.isEmpty(); due = dueAfter(Duration.ZERO)) {
            due.forEach(alarm -> alarm.task().run());
        }
    }

    private synchronized List<Alarm> dueAfter(Duration step) {
        now = now.plus(step);
        var due = alarms.stream().filter(alarm -> !alarm.at().isAfter(now)).toList();
        alarms.removeAll(due);
        return due;
    }

    @Override
    public synchronized Runnable after(Duration delay, Runnable task) {
        var alarm = new Alarm(now.plus(delay), task);
        alarms.add(alarm);
        return () -> callOff(alarm);
    }

    private synchronized void callOff(Alarm alarm) {
        alarms.remove(alarm);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The cases have one clock");
    }
}
