package org.teamsavailability.mapping.connection;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;

/**
 * The open steps of consent flows. Each state is good for one use, for a while, and for the desk
 * and the step it was made for.
 */
public final class ConsentRequests {

    /** Of one step and desk; beyond them the oldest go. */
    static final int MOST_OPEN = 20;

    private final DSLContext database;
    private final DeskTransactions transactions;
    private final SecureRandom random;
    private final Clock clock;

    public ConsentRequests(
            DSLContext database, DeskTransactions transactions, SecureRandom random, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /** A step that was opened. */
    record Opened(FlowState state, Instant expiresAt) {}

    Opened open(DSLContext transaction, ConsentRequest request) {
        var now = now();
        var opened = new Opened(FlowState.random(random), now.plus(request.step().lifetime()));
        ServiceDesks.lock(transaction);
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
     * @throws FlowRefusedException where nobody's is
     */
    String deskOf(@Nullable FlowState state) {
        var desk = state == null ? null : ConsentRequestRows.deskOf(database, state.hash());
        if (desk == null) {
            throw FlowRefusal.STATE_UNKNOWN.exception();
        }
        return desk;
    }

    /**
     * Uses up the state.
     *
     * @throws FlowRefusedException where it was used before, is too old or is of another step
     */
    ConsentRequest useUp(DSLContext transaction, FlowState state, FlowStep step) {
        var request = ConsentRequestRows.useUp(transaction, state.hash(), step, now());
        if (request == null) {
            throw FlowRefusal.STATE_UNKNOWN.exception();
        }
        return request;
    }

    /** The same in a transaction of its own. */
    ConsentRequest useUp(@Nullable FlowState state, FlowStep step) {
        if (state == null) {
            throw FlowRefusal.STATE_UNKNOWN.exception();
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
