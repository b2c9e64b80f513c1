package org.teamsavailability.enricher.teams.batching;

import java.util.List;
import java.util.UUID;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.PresenceSignal;

/** An inquiry's claim to one account's presence. */
final class PresenceWaiter extends Waiter<UUID, PresenceSignal> {

    private final OpenTeamsRead<UUID, PresenceSignal> inquiry;
    private final int line;

    PresenceWaiter(
            WaiterGroup<UUID, PresenceSignal> visit,
            OpenTeamsRead<UUID, PresenceSignal> inquiry,
            int line) {
        super(visit, line);
        this.inquiry = inquiry;
        this.line = line;
    }

    @Override
    List<UUID> wants() {
        return isOver() ? List.of() : List.of(inquiry.keys().get(line));
    }

    @Override
    void answered(UUID account, Outcome.Read<PresenceSignal> read) {
        end();
        inquiry.answer(line, read);
    }
}
