package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who is at a desk, by deadline. Touched only in the mailbox of the desk. */
final class WaitersByDeadline<K, R> {

    private final TreeSet<WaiterGroup<K, R>> present = new TreeSet<>(WaiterGroup.BY_DEADLINE);
    private long arrived;

    void add(WaiterGroup<K, R> visit) {
        visit.arrives(arrived++);
        present.add(visit);
    }

    void remove(WaiterGroup<K, R> visit) {
        present.remove(visit);
    }

    /** Null where nobody is there. */
    @Nullable Instant nextDeadline() {
        return present.isEmpty() ? null : present.first().deadline();
    }

    /** Those whose deadline comes no later, the earliest first. */
    List<WaiterGroup<K, R>> until(Instant latest) {
        return present.stream().takeWhile(it -> !it.deadline().isAfter(latest)).toList();
    }

    /** The same, who go. */
    List<WaiterGroup<K, R>> removeUntil(Instant latest) {
        List<WaiterGroup<K, R>> going = until(latest);
        going.forEach(present::remove);
        return going;
    }
}
