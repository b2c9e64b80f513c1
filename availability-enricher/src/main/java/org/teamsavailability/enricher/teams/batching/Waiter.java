package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.GraphFailure;

/**
 * Waits for the reads that one key of a request needs. Owned by the thread that owns its {@link
 * OpenTeamsRead}.
 */
abstract class Waiter<K, R> {

    private final WaiterGroup<K, R> group;
    private final int index;
    private final List<SharedRead<K, R>> waitsAt = new ArrayList<>(2);
    private boolean over;
    private boolean failedBefore;
    private @Nullable GraphFailure blockedBy;

    Waiter(WaiterGroup<K, R> group, int index) {
        this.group = group;
        this.index = index;
    }

    /** What has to be read as things stand; empty when it is over. */
    abstract List<K> wants();

    abstract void answered(K key, Outcome.Read<R> read);

    final void fail(GraphFailure failure) {
        over = true;
        failed(failure);
    }

    /** Sets that it failed for good. */
    void failed(GraphFailure failure) {
        group.teamsRead().fail(index, failure);
    }

    /** Sets why it is not read yet. */
    void noted(GraphFailure failure) {
        group.teamsRead().note(index, failure);
    }

    /** Clears what was noted. */
    void forgotten() {
        group.teamsRead().forget(index);
    }

    final void note(GraphFailure failure) {
        failedBefore = true;
        blockedBy = null;
        noted(failure);
    }

    /**
     * One of its reads may not be asked yet: that is the cause unless a call failed.
     *
     * @param why null where nothing holds it back any more
     */
    final void block(@Nullable GraphFailure why) {
        if (failedBefore || over || (why == null && blockedBy == null)) {
            return;
        }
        blockedBy = why;
        if (why == null) {
            forgotten();
        } else {
            noted(why);
        }
    }

    final boolean waitsForRateLimit() {
        return blockedBy instanceof GraphFailure.Throttled;
    }

    /** Its final outcome is set. */
    final void end() {
        over = true;
    }

    final boolean isOver() {
        return over;
    }

    /** Takes what is cached, as far as that leads. */
    final void recall(Function<K, @Nullable Outcome<R>> cache) {
        boolean further = true;
        while (further && !over) {
            further = false;
            for (K key : wants()) {
                switch (cache.apply(key)) {
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

    final WaiterGroup<K, R> submit() {
        return group;
    }

    final Instant deadline() {
        return group.deadline();
    }

    /** Leaves every read, and says which they were. */
    final List<SharedRead<K, R>> leaveAll() {
        List<SharedRead<K, R>> left = List.copyOf(waitsAt);
        waitsAt.clear();
        left.forEach(sharedRead -> sharedRead.leave(this));
        return left;
    }

    final void waitsAt(SharedRead<K, R> sharedRead) {
        waitsAt.add(sharedRead);
    }

    final void noLongerWaitsAt(SharedRead<K, R> sharedRead) {
        waitsAt.remove(sharedRead);
    }

    final boolean waitsFor(K key) {
        return waitsAt.stream().anyMatch(sharedRead -> sharedRead.key().equals(key));
    }

    /** What it waits for that no call has been made for. */
    final List<SharedRead<K, R>> unasked() {
        return over ? List.of() : waitsAt.stream().filter(SharedRead::isUnasked).toList();
    }

    /**
     * Why a read that it waits for, and that is not in flight, cannot start; null where all can.
     *
     * @param obstacle why there can be no call for a key
     */
    final @Nullable GraphFailure whyItsCallCannotStart(
            Function<K, @Nullable GraphFailure> obstacle) {
        for (SharedRead<K, R> sharedRead : waitsAt) {
            GraphFailure found = sharedRead.isInFlight() ? null : obstacle.apply(sharedRead.key());
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
