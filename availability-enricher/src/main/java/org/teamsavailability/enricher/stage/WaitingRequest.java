package org.teamsavailability.enricher.stage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request that waits in its slot for Teams, or for its turn. Owned by the stream thread. */
final class WaitingRequest {

    private final int slot;
    private final long sequence;
    private final AcceptedRequest accepted;
    private final Dispatch dispatch;
    private final Instant deadline;
    private @Nullable AnsweredRequest answered;

    WaitingRequest(
            int slot,
            long sequence,
            AcceptedRequest accepted,
            Dispatch dispatch,
            Instant deadline) {
        this.slot = slot;
        this.sequence = sequence;
        this.accepted = accepted;
        this.dispatch = dispatch;
        this.deadline = deadline;
    }

    int slot() {
        return slot;
    }

    long sequence() {
        return sequence;
    }

    AcceptedRequest accepted() {
        return accepted;
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
    @Nullable AnsweredRequest answered() {
        return answered;
    }

    /** Keeps the answer until the earlier requests of the ticket are answered. */
    void answerWith(AnsweredRequest decided) {
        this.answered = decided;
    }
}
