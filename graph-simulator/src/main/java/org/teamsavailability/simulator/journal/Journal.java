package org.teamsavailability.simulator.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calls the simulator got. Counts are exact; of the calls themselves the oldest are forgotten
 * beyond the two bounds. Safe for use by any thread.
 */
public final class Journal {
    private final int maxCalls;
    private final int maxIds;
    private final Deque<RecordedCall> calls = new ArrayDeque<>();
    private final Map<Place, Count> counts = new HashMap<>();
    private long idsHeld;
    private long epoch;

    /**
     * @param maxCalls how many calls are kept, at least 1
     * @param maxIds how many account ids all kept calls together may hold, at least 1
     */
    public Journal(int maxCalls, int maxIds) {
        this.maxCalls = maxCalls;
        this.maxIds = maxIds;
    }

    /** Counts a call that arrived; what it returns is handed back when the call ends. */
    public synchronized long arrived(@Nullable UUID tenant, Call call, int ids) {
        counts.merge(new Place(tenant, call), Count.arrival(tenant, call, ids), Count::plus);
        return epoch;
    }

    /** Keeps a call that ended, unless the journal was reset since it arrived. */
    public synchronized void ended(long arrivedIn, RecordedCall call) {
        if (arrivedIn != epoch) {
            return;
        }
        counts.merge(new Place(call.tenant(), call.call()), Count.ending(call), Count::plus);
        calls.addLast(call);
        idsHeld += call.ids().size();
        while (calls.size() > maxCalls || (idsHeld > maxIds && calls.size() > 1)) {
            idsHeld -= calls.removeFirst().ids().size();
        }
    }

    /** The calls that ended and are still kept, in the order they ended. */
    public synchronized List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    /** The same of one tenant. */
    public List<RecordedCall> calls(UUID tenant) {
        return calls().stream().filter(call -> tenant.equals(call.tenant())).toList();
    }

    /** The same of one tenant and kind. */
    public List<RecordedCall> calls(UUID tenant, Call kind) {
        return calls(tenant).stream().filter(call -> call.call() == kind).toList();
    }

    /** How many calls of this tenant and kind arrived, those under way included. */
    public synchronized long count(UUID tenant, Call call) {
        var count = counts.get(new Place(tenant, call));
        return count == null ? 0 : count.arrived();
    }

    /** How many calls of this tenant and kind are under way. */
    public synchronized long underWay(UUID tenant, Call call) {
        var count = counts.get(new Place(tenant, call));
        return count == null ? 0 : count.arrived() - count.ended();
    }

    /** How many calls of this tenant came before an earlier {@code Retry-After} had passed. */
    public long beforeRetryAfter(UUID tenant) {
        return summary().stream()
                .filter(count -> tenant.equals(count.tenant()))
                .mapToLong(Count::beforeRetryAfter)
                .sum();
    }

    /** The counts per tenant and kind, by tenant and kind; calls without a tenant come first. */
    public synchronized List<Count> summary() {
        var sorted = new ArrayList<>(counts.values());
        sorted.sort(
                Comparator.comparing((Count count) -> Objects.toString(count.tenant(), ""))
                        .thenComparing(Count::call));
        return sorted;
    }

    /** Forgets all calls and counts; calls under way now leave no trace when they end. */
    public synchronized void reset() {
        calls.clear();
        counts.clear();
        idsHeld = 0;
        epoch++;
    }

    private record Place(@Nullable UUID tenant, Call call) {}
}
