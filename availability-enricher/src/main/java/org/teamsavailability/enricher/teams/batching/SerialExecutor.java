package org.teamsavailability.enricher.teams.batching;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs events one after the other, in the order of their arrival, without a lock and without a
 * thread of its own: a thread that finds it idle runs its own event at once, and then those that
 * arrived meanwhile. An event that posts another never runs inside it.
 */
final class SerialExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

    private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unfinished = new AtomicInteger();

    void execute(Runnable event) {
        events.add(event);
        if (unfinished.getAndIncrement() == 0) {
            do {
                run(events.remove());
            } while (unfinished.decrementAndGet() > 0);
        }
    }

    // An executor that stopped would silence its tenant for ever.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private static void run(Runnable event) {
        try {
            event.run();
        } catch (Throwable e) {
            LOG.atError().setCause(e).log("A defect in the Teams gateway");
        }
    }
}
