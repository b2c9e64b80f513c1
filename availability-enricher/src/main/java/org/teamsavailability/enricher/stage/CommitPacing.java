package org.teamsavailability.enricher.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * An answer is visible when it is committed: tasks ask for a commit as soon as there is one, but
 * not more often than the pause allows. A commit covers all tasks of its stream thread, so the
 * pause is the thread's. Owned by its stream thread.
 */
final class CommitPacing {

    /** The pause while more requests wait to be accepted: a commit keeps the thread from them. */
    static final Duration CROWDED_PAUSE = Duration.ofMillis(100);

    private final Duration pause;
    private final LongSupplier committedByStreams;
    private Instant last = Instant.EPOCH;
    private long requested;

    /**
     * @param pause the shortest time between two commits asked for
     * @param committedByStreams how often the thread has committed, for whatever reason
     */
    CommitPacing(Duration pause, LongSupplier committedByStreams) {
        this.pause = pause;
        this.committedByStreams = committedByStreams;
    }

    /** What one task forwards, and asks to commit by this. */
    TaskCommits forTask(Runnable commit) {
        return new TaskCommits(this, commit);
    }

    /** Rises with each commit, asked for or made: what was forwarded before it is covered. */
    long commits() {
        return requested + committedByStreams.getAsLong();
    }

    boolean isDue(Instant now, boolean crowded) {
        Duration least = crowded && CROWDED_PAUSE.compareTo(pause) > 0 ? CROWDED_PAUSE : pause;
        return !now.isBefore(last.plus(least));
    }

    void requested(Instant now) {
        last = now;
        requested++;
    }
}
