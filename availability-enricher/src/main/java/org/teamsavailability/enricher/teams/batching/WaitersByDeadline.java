package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The waiter groups of one queue, by deadline. Touched only in the executor of the queue. */
final class WaitersByDeadline<K, R> {

    private final TreeSet<WaiterGroup<K, R>> present = new TreeSet<>(WaiterGroup.BY_DEADLINE);
    private long arrived;

    void add(WaiterGroup<K, R> group) {
        group.arrives(arrived++);
        present.add(group);
    }

    void remove(WaiterGroup<K, R> group) {
        present.remove(group);
    }

    /** Null where there is none. */
    @Nullable Instant nextDeadline() {
        return present.isEmpty() ? null : present.first().deadline();
    }

    /** Those whose deadline comes no later, the earliest first. */
    List<WaiterGroup<K, R>> until(Instant latest) {
        return present.stream().takeWhile(it -> !it.deadline().isAfter(latest)).toList();
    }

    /** Removes and returns the same. */
    List<WaiterGroup<K, R>> removeUntil(Instant latest) {
        List<WaiterGroup<K, R>> going = until(latest);
        going.forEach(present::remove);
        return going;
    }
}
