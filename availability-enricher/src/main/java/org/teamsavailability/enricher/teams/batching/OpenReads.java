package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.GraphFailure;

/**
 * The open questions of a desk and who waits for them. Each key has at most one question, from the
 * first claim to its answer. Touched only in the mailbox of its desk.
 *
 * <p>A question whose call is overdue is replaced by a new one when somebody comes for its key, and
 * all who wait for it wait for the new one. Its own call brings the answer if it comes first, and
 * fails nobody.
 */
final class OpenReads<K, R> {

    private final Reads<K, R> reads;
    private final Feasibility<K> prospects;
    private final RateLimit<K> budget;
    private final CircuitBreakers<K> circuits;
    private final SendQueue<K, R> lanes;
    private final GatewayMeters meters;
    private final Map<K, SharedRead<K, R>> open = new HashMap<>();
    private final WaitersByDeadline<K, R> visits = new WaitersByDeadline<>();
    private boolean held;

    OpenReads(
            Reads<K, R> reads,
            Feasibility<K> prospects,
            RateLimit<K> budget,
            CircuitBreakers<K> circuits,
            SendQueue<K, R> lanes,
            GatewayMeters meters) {
        this.reads = reads;
        this.prospects = prospects;
        this.budget = budget;
        this.circuits = circuits;
        this.lanes = lanes;
        this.meters = meters;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    @Nullable Instant nextDeadline() {
        return visits.nextDeadline();
    }

    void admit(WaiterGroup<K, R> visit, Instant now) {
        visits.add(visit);
        visit.claims().forEach(claim -> serve(claim, now));
    }

    /** Lets go of everybody whose deadline has come, and of what nobody else waits for. */
    void expire(Instant now) {
        for (WaiterGroup<K, R> visit : visits.removeUntil(now)) {
            visit.claims().forEach(this::countSpentBudget);
            visit.claims().forEach(this::leave);
            visit.inquiry().close();
        }
    }

    private void countSpentBudget(Waiter<K, R> claim) {
        if (claim.waitsForBudget()) {
            claim.unasked().forEach(question -> meters.budgetSpent(reads.kind(question.key())));
        }
    }

    /**
     * Tells everybody whose call may not start yet because of our own budget or an open breaker.
     * They are told while they wait, since an answer is decided a moment before its deadline.
     */
    void noteWhatHoldsBack(Instant now) {
        boolean holds = budget.forgottenAt(now).isAfter(now) || circuits.anyOpen();
        if (holds || held) {
            lanes.gathered().forEach(question -> noteWhatHoldsBack(question, now));
        }
        held = holds;
    }

    private void noteWhatHoldsBack(SharedRead<K, R> question, Instant now) {
        if (question.isUnasked()) {
            GraphFailure why = holdingBack(question.key(), now);
            question.claims().forEach(claim -> claim.holdBack(why));
        }
    }

    private @Nullable GraphFailure holdingBack(K key, Instant now) {
        GraphFailure failing = circuits.cause(key);
        if (failing != null) {
            return failing;
        }
        Instant opens = budget.opensAt(key, now);
        return opens.isAfter(now) ? new GraphFailure.Throttled(null, null, opens) : null;
    }

    void answer(SharedRead<K, R> question, R result, Instant readAt, Instant now) {
        K key = question.key();
        reads.remember(key, result, readAt);
        SharedRead<K, R> waitedFor = open.remove(key);
        if (waitedFor != null) {
            lanes.remove(waitedFor);
            Outcome.Read<R> read = new Outcome.Read<>(result, readAt);
            for (Waiter<K, R> claim : waitedFor.dismissAll()) {
                claim.holdBack(null);
                claim.answered(key, read);
                serve(claim, now);
            }
        }
    }

    void fail(SharedRead<K, R> question, GraphFailure failure, Instant at) {
        open.remove(question.key(), question);
        reads.rememberFailure(question.key(), failure, at);
        for (Waiter<K, R> claim : question.dismissAll()) {
            claim.fail(failure);
            dismiss(claim);
        }
    }

    /** Tells everybody who waits why it is not read yet. */
    void note(SharedRead<K, R> question, GraphFailure failure) {
        question.note(failure);
        question.claims().forEach(claim -> claim.note(failure));
    }

    /**
     * Tells everybody who waits that it takes a new attempt, and why. Where Microsoft hung they
     * wait on and are told nothing: what passes then is their deadline.
     *
     * @return whether anybody can wait for it
     */
    boolean setBack(SharedRead<K, R> question, GraphFailure failure, Instant again) {
        question.setBack(again);
        if (failure instanceof GraphFailure.TimedOut) {
            return keep(question);
        }
        question.note(failure);
        for (Waiter<K, R> claim : question.claims()) {
            if (again.isBefore(claim.deadline())) {
                claim.note(failure);
            } else {
                claim.fail(failure);
                dismiss(claim);
            }
        }
        return keep(question);
    }

    /** A question to be asked though nobody may wait for it; null where its call is on its way. */
    @Nullable SharedRead<K, R> witness(K key) {
        SharedRead<K, R> question = open.get(key);
        if (question == null) {
            question = new SharedRead<>(key, null);
            open.put(key, question);
            return question;
        }
        return lanes.remove(question) ? question : null;
    }

    void drop(SharedRead<K, R> question) {
        open.remove(question.key(), question);
    }

    /** Closes a question that nobody waits for any more; tells whether somebody does. */
    boolean keep(SharedRead<K, R> question) {
        if (question.isForsaken()) {
            open.remove(question.key(), question);
        }
        return !question.isForsaken();
    }

    /**
     * Fails every claim that needs a call before its deadline, where there can be none.
     *
     * @param notBefore the earliest moment of a call for some of them
     */
    void sendAwayWhoCannotWait(Instant notBefore) {
        for (WaiterGroup<K, R> visit : visits.until(notBefore)) {
            for (Waiter<K, R> claim : visit.claims()) {
                GraphFailure closed =
                        claim.needsACall(key -> prospects.closedUntil(key, claim.deadline()));
                if (closed != null) {
                    claim.fail(closed);
                    dismiss(claim);
                }
            }
        }
    }

    private void serve(Waiter<K, R> claim, Instant now) {
        claim.recall(
                key -> open.containsKey(key) && !reads.isComposite(key) ? null : recall(key, now));
        for (K key : claim.wants()) {
            if (!claim.isOver() && !claim.waitsFor(key)) {
                ask(claim, key, now);
            }
        }
        if (claim.isOver()) {
            dismiss(claim);
        }
    }

    private @Nullable Outcome<R> recall(K key, Instant now) {
        Outcome<R> known = reads.recall(key, now);
        if (known != null) {
            meters.hit(reads.kind(key));
            K again = reads.refresh(key, known, now);
            if (again != null && !open.containsKey(again)) {
                openQuestion(again, null);
            }
        }
        return known;
    }

    private void ask(Waiter<K, R> claim, K key, Instant now) {
        SharedRead<K, R> question = open.get(key);
        GraphFailure hopeless = prospects.hopeless(key, question, claim.deadline(), now);
        if (hopeless != null) {
            claim.fail(hopeless);
            return;
        }
        if (question == null
                || (question.isOverdue(now)
                        && !reads.isComposite(key)
                        && prospects.canBeAsked(key, now))) {
            question = openQuestion(key, question);
            meters.miss(reads.kind(key));
        } else {
            meters.join(reads.kind(key));
        }
        question.join(claim);
    }

    private SharedRead<K, R> openQuestion(K key, @Nullable SharedRead<K, R> overdue) {
        SharedRead<K, R> question = new SharedRead<>(key, overdue);
        if (overdue != null) {
            overdue.dismissAll().forEach(question::join);
        }
        open.put(key, question);
        lanes.add(question);
        return question;
    }

    private void dismiss(Waiter<K, R> claim) {
        leave(claim);
        if (claim.visit().inquiry().isSettled()) {
            visits.remove(claim.visit());
        }
    }

    private void leave(Waiter<K, R> claim) {
        for (SharedRead<K, R> question : claim.leaveAll()) {
            if (!question.isInFlight() && !keep(question)) {
                lanes.remove(question);
            }
        }
    }
}
