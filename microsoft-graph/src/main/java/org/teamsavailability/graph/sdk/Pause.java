package org.teamsavailability.graph.sdk;

import java.time.Duration;

/** How a thread waits: asleep, but for tests. */
interface Pause {
    void of(Duration duration) throws InterruptedException;
}
