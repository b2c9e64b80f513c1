package org.teamsavailability.mapping.connection.consent;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;

/**
 * The open steps of consent flows. Each state is good for one use, for a while, and for the desk
 * and the step it was made for.
 */
public final class ConsentRequests {

    /** Of one step and desk; beyond them the oldest go. */
    static final int MOST_OPEN = 20;

    private final ConsentRequestStore steps;
    private final DeskTransactions transactions;
    private final SecureRandom random;
    private final Clock clock;

    public ConsentRequests(
            ConsentRequestStore steps,
            DeskTransactions transactions,
            SecureRandom random,
            Clock clock) {
        this.steps = steps;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /** A step that was opened. */
    record Opened(FlowState state, Instant expiresAt) {}

    /**
     * A question whether to connect.
     *
     * @param answered whether "Connect" was clicked
     */
    public record Confirmation(ConsentRequest request, boolean answered) {}

    Opened open(DeskTransaction transaction, ConsentRequest request) {
        return open(transaction, request, now().plus(request.step().lifetime()));
    }

    /**
     * Opens a step again, until the used one would have expired: repeating it extends nothing.
     *
     * @param used the state of that one
     * @return null where that one is gone
     */
    @Nullable Opened openAgain(FlowState used, ConsentRequest request) {
        return transactions.<@Nullable Opened>in(
                request.serviceDeskId(),
                it -> {
                    var expiresAt = steps.expiry(it, used.hash());
                    return expiresAt == null ? null : open(it, request, expiresAt);
                });
    }

    private Opened open(DeskTransaction transaction, ConsentRequest request, Instant expiresAt) {
        var now = now();
        var opened = new Opened(FlowState.random(random), expiresAt);
        transaction.lockDesk();
        steps.deleteExpired(transaction, now);
        steps.keep(transaction, request.step(), MOST_OPEN - 1);
        steps.insert(transaction, request, opened.state().hash(), now, opened.expiresAt());
        return opened;
    }

    /** The same in a transaction of its own. */
    Opened open(ConsentRequest request) {
        return transactions.in(request.serviceDeskId(), it -> open(it, request));
    }

    /**
     * The desk whose state it is, whether or not it is still good.
     *
     * @throws ConsentFailedException where nobody's is
     */
    String deskOf(@Nullable FlowState state) {
        var desk = findDesk(state);
        if (desk == null) {
            throw ConsentError.STATE_UNKNOWN.exception();
        }
        return desk;
    }

    /** The same; null where nobody's is. */
    @Nullable String findDesk(@Nullable FlowState state) {
        return state == null ? null : steps.deskOf(state.hash());
    }

    /** The open step of this state, which stays open; null where there is none. */
    @Nullable ConsentRequest find(@Nullable FlowState state, FlowStep step) {
        var desk = findDesk(state);
        return state == null || desk == null
                ? null
                : transactions.<@Nullable ConsentRequest>in(
                        desk, it -> steps.find(it, state.hash(), step, now()));
    }

    /** The question of this state, answered or not; null where it is too old or of another step. */
    @Nullable Confirmation confirmation(DeskTransaction transaction, FlowState state) {
        return steps.confirmation(transaction, state.hash(), now());
    }

    /** Ends all other steps of the desk. */
    void endOthers(DeskTransaction transaction, FlowState state) {
        steps.deleteOthers(transaction, state.hash());
    }

    /** Remembers that "Connect" was clicked; the state finds the result for another while. */
    void answer(DeskTransaction transaction, FlowState state) {
        var now = now();
        steps.answer(transaction, state.hash(), now, now.plus(FlowStep.CONFIRM.lifetime()));
    }

    /**
     * Uses up the state.
     *
     * @throws ConsentFailedException where it was used before, is too old or is of another step
     */
    ConsentRequest useUp(DeskTransaction transaction, FlowState state, FlowStep step) {
        var request = steps.useUp(transaction, state.hash(), step, now());
        if (request == null) {
            throw ConsentError.STATE_UNKNOWN.exception();
        }
        return request;
    }

    /** The same in a transaction of its own. */
    ConsentRequest useUp(@Nullable FlowState state, FlowStep step) {
        if (state == null) {
            throw ConsentError.STATE_UNKNOWN.exception();
        }
        return transactions.in(deskOf(state), it -> useUp(it, state, step));
    }

    /** Drops what is too old. */
    void purge(String serviceDeskId) {
        transactions.run(serviceDeskId, it -> steps.deleteExpired(it, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
