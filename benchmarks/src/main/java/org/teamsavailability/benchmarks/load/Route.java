package org.teamsavailability.benchmarks.load;

import java.time.Duration;
import java.util.function.Consumer;

/** A way of requests to the enricher and of answers back. */
interface Route {

    /**
     * Returns when requests can be sent and no answer to them can be missed.
     *
     * @param perSecond how many requests a second will be sent
     * @param target called for each answer, by one thread
     */
    Session open(double perSecond, Consumer<ReceivedAnswer> target) throws InterruptedException;

    /** The CPU time of what stands between the generator and Kafka; zero where nothing does. */
    Duration cpu();
}
