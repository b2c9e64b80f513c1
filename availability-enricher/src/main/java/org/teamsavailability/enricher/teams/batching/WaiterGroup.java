package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.teamsavailability.enricher.teams.Priority;

/** The waiters of one request at one queue. */
final class WaiterGroup<K, R> {

    /** The earliest deadline first, then the first come. */
    static final Comparator<WaiterGroup<?, ?>> BY_DEADLINE =
            Comparator.<WaiterGroup<?, ?>, Instant>comparing(WaiterGroup::deadline)
                    .thenComparingLong(group -> group.order);

    private final OpenTeamsRead<?, ?> teamsRead;
    private final Priority priority;
    private final List<Waiter<K, R>> waiters = new ArrayList<>();
    private long order;

    WaiterGroup(OpenTeamsRead<?, ?> teamsRead, Priority priority) {
        this.teamsRead = teamsRead;
        this.priority = priority;
    }

    boolean isImmediate() {
        return priority == Priority.NOW;
    }

    void add(Waiter<K, R> waiter) {
        waiters.add(waiter);
    }

    void arrives(long asNumber) {
        order = asNumber;
    }

    List<Waiter<K, R>> waiters() {
        return waiters;
    }

    OpenTeamsRead<?, ?> teamsRead() {
        return teamsRead;
    }

    Instant deadline() {
        return teamsRead.deadline();
    }
}
