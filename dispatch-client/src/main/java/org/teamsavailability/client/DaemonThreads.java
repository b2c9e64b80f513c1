package org.teamsavailability.client;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep the program up. */
final class DaemonThreads {

    private DaemonThreads() {}

    /** Named after what they do. */
    static ThreadFactory named(String purpose) {
        return task -> {
            var thread = new Thread(task, "dispatch-client-" + purpose);
            thread.setDaemon(true);
            return thread;
        };
    }
}
