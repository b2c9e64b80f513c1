package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.teamsavailability.enricher.teams.Priority;

/** An inquiry that comes to a desk, with a claim for each line that is not answered yet. */
final class WaiterGroup<K, R> {

    /** The earliest deadline first, and of equals who came first. */
    static final Comparator<WaiterGroup<?, ?>> BY_DEADLINE =
            Comparator.<WaiterGroup<?, ?>, Instant>comparing(WaiterGroup::deadline)
                    .thenComparingLong(visit -> visit.order);

    private final OpenTeamsRead<?, ?> inquiry;
    private final Priority urgency;
    private final List<Waiter<K, R>> claims = new ArrayList<>();
    private long order;

    WaiterGroup(OpenTeamsRead<?, ?> inquiry, Priority urgency) {
        this.inquiry = inquiry;
        this.urgency = urgency;
    }

    boolean isPrompt() {
        return urgency == Priority.PROMPT;
    }

    void add(Waiter<K, R> claim) {
        claims.add(claim);
    }

    void arrives(long asNumber) {
        order = asNumber;
    }

    List<Waiter<K, R>> claims() {
        return claims;
    }

    OpenTeamsRead<?, ?> inquiry() {
        return inquiry;
    }

    Instant deadline() {
        return inquiry.deadline();
    }
}
