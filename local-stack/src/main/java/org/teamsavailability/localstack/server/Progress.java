package org.teamsavailability.localstack.server;

import java.time.Duration;

/** Hears what a stack does while it starts and ends; called by any thread. */
public interface Progress {

    /** A step that takes a while begins. */
    void began(String step);

    /**
     * Something can be used.
     *
     * @param what its name
     * @param where its address, or what there is of it
     * @param took how long that took
     */
    void ready(String what, String where, Duration took);

    /** Does it, and says that it can be used. */
    default void timed(String what, String where, Runnable work) {
        long start = System.nanoTime();
        work.run();
        ready(what, where, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Hears nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void began(String step) {}

            @Override
            public void ready(String what, String where, Duration took) {}
        };
    }
}
