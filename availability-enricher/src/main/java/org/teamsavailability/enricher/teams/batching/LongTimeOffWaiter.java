package org.teamsavailability.enricher.teams.batching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.RotaPage;
import org.teamsavailability.graph.RotaRows;

/** Waits for the pages of a long read of a team's time off, one after the other. */
final class LongTimeOffWaiter extends Waiter<RotaPart, RotaPage> {

    private final OpenTeamsRead<UUID, RotaRows> teamsRead;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final int mostPages;
    private final List<RotaRows> pages = new ArrayList<>();
    private @Nullable String link;

    /**
     * @param teamsRead of one team
     * @param mostPages a team with more cannot be read
     */
    LongTimeOffWaiter(
            WaiterGroup<RotaPart, RotaPage> group,
            OpenTeamsRead<UUID, RotaRows> teamsRead,
            LocalDate firstDay,
            LocalDate lastDay,
            int mostPages) {
        super(group, 0);
        this.teamsRead = teamsRead;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.mostPages = mostPages;
    }

    @Override
    List<RotaPart> wants() {
        return isOver()
                ? List.of()
                : List.of(
                        new RotaPart.TimeOffPage(
                                teamsRead.keys().getFirst(),
                                firstDay,
                                lastDay,
                                link,
                                pages.size()));
    }

    @Override
    void answered(RotaPart part, Outcome.Read<RotaPage> read) {
        pages.add(read.value().rows());
        link = read.value().nextLink();
        if (link == null) {
            end();
            teamsRead.answer(0, new Outcome.Read<>(RotaRows.together(pages), read.readAt()));
        } else if (pages.size() >= mostPages) {
            fail(new GraphFailure.Malformed(null, null));
        }
    }
}
