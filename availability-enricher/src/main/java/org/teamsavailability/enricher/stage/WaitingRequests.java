package org.teamsavailability.enricher.stage;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.teamsavailability.enricher.stage.Completions.Completion;
import org.teamsavailability.enricher.stage.PendingStore.Restored;

/**
 * The requests of one task from being taken to being answered, for one incarnation of the stage.
 * Owned by the stream thread; only {@link Completions} is touched from elsewhere.
 */
final class WaitingRequests {

    private final int incarnation;
    private final Dispatches dispatches;
    private final PendingStore pending;
    private final Completions completions;
    private final StageMetrics metrics;
    private final RequestTraces traces;
    private final Consumer<AnsweredRequest> output;
    private final SlotPool ring;
    private final Deadlines deadlines;
    private final TicketOrder tickets = new TicketOrder();

    WaitingRequests(
            int incarnation,
            StageSettings settings,
            Dispatches dispatches,
            PendingStore pending,
            Completions completions,
            StageMetrics metrics,
            RequestTraces traces,
            Consumer<AnsweredRequest> output,
            List<Restored> restored) {
        this.incarnation = incarnation;
        this.dispatches = dispatches;
        this.pending = pending;
        this.completions = completions;
        this.metrics = metrics;
        this.traces = traces;
        this.output = output;
        this.ring =
                new SlotPool(settings, restored.stream().mapToInt(Restored::slot).max().orElse(-1));
        this.deadlines = new Deadlines(settings);
    }

    /** Answers at once what needs no waiting; the rest gets a slot, or is told there is none. */
    void take(AcceptedRequest taken, Instant now) {
        var dispatch = dispatches.open(taken, Deadlines.expired(taken), now);
        boolean firstOfTicket = !tickets.hasEarlierThan(taken.request());
        if (firstOfTicket && !dispatch.needsTeams()) {
            output.accept(dispatch.decide(now));
        } else if (!ring.hasRoomFor(taken.request().getServiceDeskId())) {
            output.accept(dispatches.overloaded(taken, now));
        } else {
            takeWithSlot(taken, dispatch, firstOfTicket, now);
        }
    }

    private void takeWithSlot(
            AcceptedRequest taken, Dispatch dispatch, boolean firstOfTicket, Instant now) {
        var occupant =
                new WaitingRequest(
                        ring.nextFree(), ring.nextSequence(), taken, dispatch, deadlines.of(taken));
        if (!dispatch.needsTeams()) {
            occupant.answerWith(dispatch.decide(now));
            seat(occupant);
            pending.put(occupant);
            return;
        }
        var settled = dispatch.askTeams(occupant.deadline());
        if (firstOfTicket && settled.toCompletableFuture().isDone()) {
            // everything was fresh in memory: no slot, no store
            output.accept(dispatch.decide(now));
            return;
        }
        seat(occupant);
        pending.put(occupant);
        await(occupant, settled);
    }

    /** Asks again for a request that an earlier incarnation left; it keeps slot and sequence. */
    void takeOver(Restored restored, Instant now) {
        var taken = restored.taken();
        var dispatch = dispatches.open(taken, Deadlines.expired(taken), now);
        var occupant =
                new WaitingRequest(
                        restored.slot(), restored.sequence(), taken, dispatch, deadlines.of(taken));
        seat(occupant);
        if (dispatch.needsTeams()) {
            await(occupant, dispatch.askTeams(occupant.deadline()));
        } else {
            completions.add(completionOf(occupant)); // nothing may be forwarded from init()
        }
    }

    /** Answers what is complete or overdue, as far as the order of its ticket allows. */
    void answerWhatIsReady(Instant now) {
        completions.drain(completion -> decideIfMeant(completion, now));
        deadlines.near(
                now,
                occupant -> {
                    var _ = occupant.dispatch().askAgain(now, occupant.deadline());
                });
        deadlines.due(now, overdue -> decideOverdue(overdue, now));
    }

    boolean isEmpty() {
        return ring.isEmpty();
    }

    /** Leaves everything to the next incarnation, which finds it in the store. */
    void abandon() {
        metrics.vacated(ring.held());
        ring.occupants().forEach(occupant -> traces.abandoned(occupant.taken()));
    }

    private void seat(WaitingRequest occupant) {
        ring.seat(occupant);
        tickets.enqueue(occupant);
        if (!occupant.decided()) {
            deadlines.watch(occupant);
        }
        metrics.seated();
    }

    private void await(WaitingRequest occupant, CompletionStage<?> settled) {
        var completion = completionOf(occupant);
        settled.whenComplete((_, _) -> completions.add(completion));
    }

    private Completion completionOf(WaitingRequest occupant) {
        return new Completion(incarnation, occupant.slot(), occupant.sequence());
    }

    private void decideIfMeant(Completion completion, Instant now) {
        if (completion.incarnation() != incarnation) {
            return;
        }
        var occupant = ring.find(completion.slot(), completion.sequence());
        if (occupant == null || occupant.decided()) {
            return;
        }
        var again = occupant.dispatch().askAgain(now, now);
        if (again == null) {
            decide(occupant, now);
        } else {
            await(occupant, again);
        }
    }

    private void decideOverdue(WaitingRequest overdue, Instant now) {
        metrics.overdue();
        decide(overdue, now);
    }

    private void decide(WaitingRequest occupant, Instant now) {
        deadlines.forget(occupant);
        occupant.answerWith(occupant.dispatch().decide(now));
        tickets.release(occupant, this::leave);
    }

    private void leave(WaitingRequest occupant) {
        pending.remove(occupant);
        ring.vacate(occupant);
        metrics.vacated(1);
        var answered = occupant.answered();
        if (answered == null) {
            throw new IllegalStateException("An occupant leaves only with its answer");
        }
        output.accept(answered);
    }
}
