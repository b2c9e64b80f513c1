package org.teamsavailability.graph.sdk;

import java.time.Duration;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;

/** How much longer one read may wait for Microsoft. Owned by the read's thread. */
final class Patience {

    private final Pause pause;
    private Duration left;

    Patience(Duration longest, Pause pause) {
        this.left = longest;
        this.pause = pause;
    }

    /**
     * Waits, unless that is longer than what is left: then the read is given up at once.
     *
     * @param reason what it is given up with
     * @throws GraphException with the reason
     */
    void spend(Duration duration, GraphFailure reason) throws InterruptedException {
        left = left.minus(duration);
        if (left.isNegative()) {
            throw new GraphException(reason);
        }
        pause.of(duration);
    }
}
