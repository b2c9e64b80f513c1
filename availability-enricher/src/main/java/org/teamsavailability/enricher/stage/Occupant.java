package org.teamsavailability.enricher.stage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request in a slot of the ring. Owned by the stream thread. */
final class Occupant {

    private final int slot;
    private final long sequence;
    private final TakenRequest taken;
    private final Dispatch dispatch;
    private final Instant deadline;
    private @Nullable Answered answered;

    Occupant(int slot, long sequence, TakenRequest taken, Dispatch dispatch, Instant deadline) {
        this.slot = slot;
        this.sequence = sequence;
        this.taken = taken;
        this.dispatch = dispatch;
        this.deadline = deadline;
    }

    int slot() {
        return slot;
    }

    long sequence() {
        return sequence;
    }

    TakenRequest taken() {
        return taken;
    }

    Dispatch dispatch() {
        return dispatch;
    }

    Instant deadline() {
        return deadline;
    }

    boolean decided() {
        return answered != null;
    }

    /** The answer that waits for its turn, or null while there is none. */
    @Nullable Answered answered() {
        return answered;
    }

    /** Keeps the answer until the earlier requests of the ticket are answered. */
    void answerWith(Answered decided) {
        this.answered = decided;
    }
}
