package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.GraphFailure;

/**
 * One line of an inquiry that has no outcome yet: what has to be read for it, and the questions at
 * which it waits. Owned like its inquiry.
 */
abstract class Waiter<K, R> {

    private final WaiterGroup<K, R> visit;
    private final int line;
    private final List<SharedRead<K, R>> waitsAt = new ArrayList<>(2);
    private boolean over;
    private boolean failedBefore;
    private @Nullable GraphFailure heldBy;

    Waiter(WaiterGroup<K, R> visit, int line) {
        this.visit = visit;
        this.line = line;
    }

    /** What has to be read as things stand; empty when it is over. */
    abstract List<K> wants();

    abstract void answered(K key, Outcome.Read<R> read);

    final void fail(GraphFailure failure) {
        over = true;
        failed(failure);
    }

    /** Writes down that it failed for good. */
    void failed(GraphFailure failure) {
        visit.inquiry().fail(line, failure);
    }

    /** Writes down why it is not read yet. */
    void noted(GraphFailure failure) {
        visit.inquiry().note(line, failure);
    }

    /** Takes that back. */
    void forgotten() {
        visit.inquiry().forget(line);
    }

    final void note(GraphFailure failure) {
        failedBefore = true;
        heldBy = null;
        noted(failure);
    }

    /**
     * One of its questions may not be asked yet: that is the cause unless a call failed.
     *
     * @param why null where nothing holds it back any more
     */
    final void holdBack(@Nullable GraphFailure why) {
        if (failedBefore || over || (why == null && heldBy == null)) {
            return;
        }
        heldBy = why;
        if (why == null) {
            forgotten();
        } else {
            noted(why);
        }
    }

    final boolean waitsForBudget() {
        return heldBy instanceof GraphFailure.Throttled;
    }

    /** Its last word is written. */
    final void end() {
        over = true;
    }

    final boolean isOver() {
        return over;
    }

    /** Takes what is remembered, as far as that leads. */
    final void recall(Function<K, @Nullable Outcome<R>> memory) {
        boolean further = true;
        while (further && !over) {
            further = false;
            for (K key : wants()) {
                switch (memory.apply(key)) {
                    case null -> {}
                    case Outcome.Read<R> read -> {
                        answered(key, read);
                        further = true;
                    }
                    case Outcome.Failed<R> failed -> {
                        fail(failed.failure());
                        return;
                    }
                }
            }
        }
    }

    final WaiterGroup<K, R> visit() {
        return visit;
    }

    final Instant deadline() {
        return visit.deadline();
    }

    /** Leaves every question, and says which they were. */
    final List<SharedRead<K, R>> leaveAll() {
        List<SharedRead<K, R>> left = List.copyOf(waitsAt);
        waitsAt.clear();
        left.forEach(question -> question.leave(this));
        return left;
    }

    final void waitsAt(SharedRead<K, R> question) {
        waitsAt.add(question);
    }

    final void waitsNoMoreAt(SharedRead<K, R> question) {
        waitsAt.remove(question);
    }

    final boolean waitsFor(K key) {
        return waitsAt.stream().anyMatch(question -> question.key().equals(key));
    }

    /** What it waits for that no call has been made for. */
    final List<SharedRead<K, R>> unasked() {
        return over ? List.of() : waitsAt.stream().filter(SharedRead::isUnasked).toList();
    }

    /**
     * What the first says that it waits for and that is not in flight.
     *
     * @param obstacle says why there can be no call for a key
     */
    final @Nullable GraphFailure needsACall(Function<K, @Nullable GraphFailure> obstacle) {
        for (SharedRead<K, R> question : waitsAt) {
            GraphFailure found = question.isInFlight() ? null : obstacle.apply(question.key());
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
