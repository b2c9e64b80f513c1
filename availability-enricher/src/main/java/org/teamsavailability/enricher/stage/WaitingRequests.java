package org.teamsavailability.enricher.stage;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.teamsavailability.enricher.stage.Completions.Completion;
import org.teamsavailability.enricher.stage.PendingStore.Restored;

/**
 * The requests of one task that are accepted and not answered yet, for one epoch of the stage.
 * Owned by the stream thread; only {@link Completions} is touched from elsewhere.
 */
final class WaitingRequests {

    private final int epoch;
    private final Dispatches dispatches;
    private final PendingStore pending;
    private final Completions completions;
    private final LoadShedding shedding;
    private final StageMetrics metrics;
    private final RequestTraces traces;
    private final Consumer<AnsweredRequest> output;
    private final SlotPool slots;
    private final Deadlines deadlines;
    private final TicketOrder tickets = new TicketOrder();

    WaitingRequests(
            int epoch,
            StageSettings settings,
            Dispatches dispatches,
            PendingStore pending,
            Completions completions,
            LoadShedding shedding,
            StageMetrics metrics,
            RequestTraces traces,
            Consumer<AnsweredRequest> output,
            List<Restored> restored) {
        this.epoch = epoch;
        this.dispatches = dispatches;
        this.pending = pending;
        this.completions = completions;
        this.shedding = shedding;
        this.metrics = metrics;
        this.traces = traces;
        this.output = output;
        this.slots =
                new SlotPool(settings, restored.stream().mapToInt(Restored::slot).max().orElse(-1));
        this.deadlines = new Deadlines(settings);
    }

    /**
     * Answers at once what needs no waiting; the rest gets a slot, or is answered OVERLOADED where
     * none is free or the stage is too far behind.
     */
    void accept(AcceptedRequest accepted, Instant now) {
        var dispatch = dispatches.open(accepted, Deadlines.expired(accepted), now);
        boolean firstOfTicket = !tickets.hasEarlierThan(accepted.request());
        if (firstOfTicket && !dispatch.needsTeams()) {
            output.accept(dispatch.decide(now));
        } else if (shedding.sheds(accepted)
                || !slots.hasRoomFor(accepted.request().getServiceDeskId())) {
            output.accept(dispatch.overloaded(now));
        } else {
            acceptWithSlot(accepted, dispatch, firstOfTicket, now);
        }
    }

    private void acceptWithSlot(
            AcceptedRequest accepted, Dispatch dispatch, boolean firstOfTicket, Instant now) {
        var request =
                new WaitingRequest(
                        slots.nextFree(),
                        slots.nextSequence(),
                        accepted,
                        dispatch,
                        deadlines.of(accepted));
        if (!dispatch.needsTeams()) {
            request.answerWith(dispatch.decide(now));
            add(request);
            pending.put(request);
            return;
        }
        var settled = dispatch.askTeams(request.deadline());
        if (firstOfTicket && settled.toCompletableFuture().isDone()) {
            // everything was fresh in memory: no slot, no store
            output.accept(dispatch.decide(now));
            return;
        }
        add(request);
        pending.put(request);
        await(request, settled);
    }

    /** Asks again for a request of an earlier epoch; it keeps slot and sequence. */
    void restore(Restored restored, Instant now) {
        var accepted = restored.accepted();
        var dispatch = dispatches.open(accepted, Deadlines.expired(accepted), now);
        var request =
                new WaitingRequest(
                        restored.slot(),
                        restored.sequence(),
                        accepted,
                        dispatch,
                        deadlines.of(accepted));
        add(request);
        if (dispatch.needsTeams()) {
            await(request, dispatch.askTeams(request.deadline()));
        } else {
            completions.add(completionOf(request)); // nothing may be forwarded from init()
        }
    }

    /** Answers what is complete or overdue, as far as the order of its ticket allows. */
    void answerWhatIsReady(Instant now) {
        completions.drain(completion -> decideIfCurrent(completion, now));
        deadlines.near(
                now,
                request -> {
                    var _ = request.dispatch().askAgain(now, request.deadline());
                });
        deadlines.due(now, overdue -> decideOverdue(overdue, now));
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    /** Leaves everything to the next epoch, which finds it in the store. */
    void abandon() {
        metrics.removed(slots.held());
        slots.waiting().forEach(request -> traces.abandoned(request.accepted()));
    }

    private void add(WaitingRequest request) {
        slots.add(request);
        tickets.enqueue(request);
        if (!request.decided()) {
            deadlines.watch(request);
        }
        metrics.added();
    }

    private void await(WaitingRequest request, CompletionStage<?> settled) {
        var completion = completionOf(request);
        settled.whenComplete((_, _) -> completions.add(completion));
    }

    private Completion completionOf(WaitingRequest request) {
        return new Completion(epoch, request.slot(), request.sequence());
    }

    private void decideIfCurrent(Completion completion, Instant now) {
        if (completion.epoch() != epoch) {
            return;
        }
        var request = slots.find(completion.slot(), completion.sequence());
        if (request == null || request.decided()) {
            return;
        }
        var again = request.dispatch().askAgain(now, now);
        if (again == null) {
            decide(request, now);
        } else {
            await(request, again);
        }
    }

    private void decideOverdue(WaitingRequest overdue, Instant now) {
        metrics.overdue();
        decide(overdue, now);
    }

    private void decide(WaitingRequest request, Instant now) {
        deadlines.forget(request);
        request.answerWith(request.dispatch().decide(now));
        tickets.release(request, this::finish);
    }

    private void finish(WaitingRequest request) {
        pending.remove(request);
        slots.release(request);
        metrics.removed(1);
        var answered = request.answered();
        if (answered == null) {
            throw new IllegalStateException("A request leaves its slot only with its answer");
        }
        output.accept(answered);
    }
}
