package org.teamsavailability.mapping.outbox;

import java.time.Clock;
import java.time.Duration;

/** How the relay of this instance is getting on: its thread writes, any thread reads. */
public final class RelayStatus {

    /** What it does. */
    public enum State {
        STOPPED,
        /** Another instance publishes. */
        STANDING_BY,
        /** This instance publishes. */
        PUBLISHING,
        /** It tries again and again. */
        FAILING
    }

    private final Clock clock;
    private volatile State state = State.STOPPED;
    private volatile String cause = "";
    private volatile Backlog backlog = Backlog.NONE;

    RelayStatus(Clock clock) {
        this.clock = clock;
    }

    void is(State now) {
        state = now;
        cause = "";
    }

    void failing(String why) {
        cause = why;
        state = State.FAILING;
    }

    void saw(Backlog seen) {
        backlog = seen;
    }

    public State state() {
        return state;
    }

    /** What {@link FailureClasses} gives of the last failure; empty where there is none. */
    public String cause() {
        return cause;
    }

    /** How many marks were due when it last looked. */
    public int marks() {
        return backlog.marks();
    }

    /** How long the oldest mark has been due that it saw when it last looked; 0 where none was. */
    public Duration lag() {
        var oldest = backlog.oldestDueAt();
        var lag = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        return lag.isNegative() ? Duration.ZERO : lag;
    }
}
