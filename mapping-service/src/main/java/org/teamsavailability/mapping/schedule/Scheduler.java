package org.teamsavailability.mapping.schedule;

import java.time.Duration;

/** Does work after a while, on a thread where it may block. */
@FunctionalInterface
public interface Scheduler {

    void after(Duration delay, Runnable work);
}
