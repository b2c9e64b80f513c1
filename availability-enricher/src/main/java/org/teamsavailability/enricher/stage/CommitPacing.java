package org.teamsavailability.enricher.stage;

import java.time.Duration;
import java.time.Instant;

/**
 * An answer is visible when it is committed: asks for a commit as soon as there is one, but not
 * more often than the pause allows. Owned by the stream thread.
 */
final class CommitPacing {

    private final Duration pause;
    private final Runnable commit;
    private Instant last = Instant.EPOCH;
    private boolean outstanding;

    CommitPacing(Duration pause, Runnable commit) {
        this.pause = pause;
        this.commit = commit;
    }

    /** Something was forwarded that has to be committed. */
    void forwarded() {
        outstanding = true;
    }

    /**
     * Asks for the commit where one is outstanding and the pause is over.
     *
     * @param crowded whether more requests wait to be accepted: a commit keeps the thread from
     *     them, so it is left to the commit interval
     */
    void commitIfDue(Instant now, boolean crowded) {
        if (outstanding && !crowded && !now.isBefore(last.plus(pause))) {
            last = now;
            outstanding = false;
            commit.run();
        }
    }

    boolean isOutstanding() {
        return outstanding;
    }
}
