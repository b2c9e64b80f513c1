package org.teamsavailability.mapping.automap;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What became of the wish to run. */
public sealed interface StartResult {

    /** It runs, on a thread of its own. */
    record Started(UUID runId, CountDownLatch ended) implements StartResult {

        /**
         * Waits for its end.
         *
         * @param most how long
         * @return whether it has ended
         */
        public boolean endsWithin(Duration most) throws InterruptedException {
            return ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Another one of this desk runs, and this one does not. */
    record Busy(UUID runId) implements StartResult {}

    /** The desk's tenant has not consented, so nothing can be read. */
    record NotConnected() implements StartResult {}
}
