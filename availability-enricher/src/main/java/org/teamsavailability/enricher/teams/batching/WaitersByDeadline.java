package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The waiter groups of one queue, by deadline. Touched only in the executor of the queue. */
final class WaitersByDeadline<K, R> {

    private final TreeSet<WaiterGroup<K, R>> groups = new TreeSet<>(WaiterGroup.BY_DEADLINE);
    private long arrived;

    void add(WaiterGroup<K, R> group) {
        group.arrives(arrived++);
        groups.add(group);
    }

    void remove(WaiterGroup<K, R> group) {
        groups.remove(group);
    }

    /** Null where there is none. */
    @Nullable Instant nextDeadline() {
        return groups.isEmpty() ? null : groups.first().deadline();
    }

    /** Those whose deadline comes no later, the earliest first. */
    List<WaiterGroup<K, R>> until(Instant latest) {
        return groups.stream().takeWhile(it -> !it.deadline().isAfter(latest)).toList();
    }

    /** Removes and returns the same. */
    List<WaiterGroup<K, R>> removeUntil(Instant latest) {
        List<WaiterGroup<K, R>> expired = until(latest);
        expired.forEach(groups::remove);
        return expired;
    }
}
