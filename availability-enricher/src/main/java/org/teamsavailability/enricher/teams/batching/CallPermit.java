package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;

/** One call's permit from the {@link CallLimiter}. Touched only in the executor of its queue. */
final class CallPermit {

    /** How long a call may be out before it counts as hung: several usual calls. */
    static final Duration OVERDUE = Duration.ofSeconds(1);

    private final Instant since;
    private final boolean regular;
    private final Runnable onHung;
    private boolean hung;

    /**
     * @param regular whether it takes one of the limiter's permits; otherwise one of the places for
     *     hung calls
     * @param onHung runs once, when the call is overdue
     */
    CallPermit(Instant since, boolean regular, Runnable onHung) {
        this.since = since;
        this.regular = regular;
        this.onHung = onHung;
    }

    /** Whether it keeps a permit from other calls. */
    boolean holdsPermit() {
        return regular && !hung;
    }

    boolean isHung() {
        return hung;
    }

    Instant overdueAt() {
        return since.plus(OVERDUE);
    }

    void hang() {
        hung = true;
        onHung.run();
    }
}
