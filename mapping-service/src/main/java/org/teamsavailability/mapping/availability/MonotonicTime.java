package org.teamsavailability.mapping.availability;

import java.time.Duration;

/** Measures how long something takes, on the thread of a call. */
public interface MonotonicTime {

    /** Nanoseconds since some moment, as {@link System#nanoTime()}. */
    long nanos();

    /** Lets the calling thread pause, which may be interrupted. */
    void pause(Duration duration) throws InterruptedException;

    /** The time of this machine. */
    static MonotonicTime ofSystem() {
        return new MonotonicTime() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
