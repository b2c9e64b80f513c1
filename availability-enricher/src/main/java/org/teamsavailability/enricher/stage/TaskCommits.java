package org.teamsavailability.enricher.stage;

import java.time.Instant;

/** What one task has forwarded that is not committed yet. Owned by its stream thread. */
final class TaskCommits {

    private static final long NEVER = -1;

    private final CommitPacing thread;
    private final Runnable commit;
    private long forwardedAfter = NEVER;

    TaskCommits(CommitPacing thread, Runnable commit) {
        this.thread = thread;
        this.commit = commit;
    }

    /** Something was forwarded that has to be committed. */
    void forwarded() {
        forwardedAfter = thread.commits();
    }

    /**
     * Asks for the commit where one is outstanding and the pause is over.
     *
     * @param crowded whether more requests wait to be accepted
     */
    void commitIfDue(Instant now, boolean crowded) {
        if (isOutstanding() && thread.isDue(now, crowded)) {
            thread.requested(now);
            commit.run();
        }
    }

    boolean isOutstanding() {
        return forwardedAfter != NEVER && forwardedAfter == thread.commits();
    }
}
