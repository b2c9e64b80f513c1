package org.teamsavailability.enricher.teams.batching;

import java.util.List;
import java.util.UUID;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.PresenceSignal;

/** Waits for one account's presence. */
final class PresenceWaiter extends Waiter<UUID, PresenceSignal> {

    private final OpenTeamsRead<UUID, PresenceSignal> teamsRead;
    private final int index;

    PresenceWaiter(
            WaiterGroup<UUID, PresenceSignal> group,
            OpenTeamsRead<UUID, PresenceSignal> teamsRead,
            int index) {
        super(group, index);
        this.teamsRead = teamsRead;
        this.index = index;
    }

    @Override
    List<UUID> wants() {
        return isOver() ? List.of() : List.of(teamsRead.keys().get(index));
    }

    @Override
    void answered(UUID account, Outcome.Read<PresenceSignal> read) {
        end();
        teamsRead.answer(index, read);
    }
}
