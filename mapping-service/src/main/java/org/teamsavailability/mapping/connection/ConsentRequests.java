package org.teamsavailability.mapping.connection;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.desk.persistence.ServiceDeskRows;

/**
 * The open steps of consent flows. Each state is good for one use, for a while, and for the desk
 * and the step it was made for.
 */
public final class ConsentRequests {

    /** Of one step and desk; beyond them the oldest go. */
    static final int MOST_OPEN = 20;

    private final DSLContext database;
    private final PostgresDeskTransactions transactions;
    private final SecureRandom random;
    private final Clock clock;

    public ConsentRequests(
            DSLContext database,
            PostgresDeskTransactions transactions,
            SecureRandom random,
            Clock clock) {
        this.database = database;
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
    record Confirmation(ConsentRequest request, boolean answered) {}

    Opened open(DSLContext transaction, ConsentRequest request) {
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
                    var expiresAt = ConsentRequestRows.expiry(it, used.hash());
                    return expiresAt == null ? null : open(it, request, expiresAt);
                });
    }

    private Opened open(DSLContext transaction, ConsentRequest request, Instant expiresAt) {
        var now = now();
        var opened = new Opened(FlowState.random(random), expiresAt);
        ServiceDeskRows.lock(transaction);
        ConsentRequestRows.deleteExpired(transaction, now);
        ConsentRequestRows.keep(transaction, request.step(), MOST_OPEN - 1);
        ConsentRequestRows.insert(
                transaction, request, opened.state().hash(), now, opened.expiresAt());
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
        return state == null ? null : ConsentRequestRows.deskOf(database, state.hash());
    }

    /** The open step of this state, which stays open; null where there is none. */
    @Nullable ConsentRequest find(@Nullable FlowState state, FlowStep step) {
        var desk = findDesk(state);
        return state == null || desk == null
                ? null
                : transactions.<@Nullable ConsentRequest>in(
                        desk, it -> ConsentRequestRows.find(it, state.hash(), step, now()));
    }

    /** The question of this state, answered or not; null where it is too old or of another step. */
    @Nullable Confirmation confirmation(DSLContext transaction, FlowState state) {
        return ConsentRequestRows.confirmation(transaction, state.hash(), now());
    }

    /** Remembers that "Connect" was clicked; the state finds the result for another while. */
    void answer(DSLContext transaction, FlowState state) {
        var now = now();
        ConsentRequestRows.answer(
                transaction, state.hash(), now, now.plus(FlowStep.CONFIRM.lifetime()));
    }

    /**
     * Uses up the state.
     *
     * @throws ConsentFailedException where it was used before, is too old or is of another step
     */
    ConsentRequest useUp(DSLContext transaction, FlowState state, FlowStep step) {
        var request = ConsentRequestRows.useUp(transaction, state.hash(), step, now());
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
        transactions.run(serviceDeskId, it -> ConsentRequestRows.deleteExpired(it, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
