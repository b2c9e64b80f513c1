package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome.Read;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.RotaPage;
import org.teamsavailability.graph.RotaRows;
import org.teamsavailability.graph.TeamRota;

/**
 * Waits for one team's rota: first for its schedule, then for shifts and time off around the
 * window, then for longer time off.
 */
final class RotaWaiter extends Waiter<RotaPart, RotaPage> {

    private static final RotaPage NOTHING_MORE = new RotaPage(RotaRows.of(List.of()), null);

    private final OpenTeamsRead<UUID, TeamRota> teamsRead;
    private final int index;
    private final RotaWindow window;
    private final Instant youngSince;
    private boolean provisioned;
    private boolean manyPages;
    private @Nullable Read<RotaPage> shifts;
    private @Nullable Read<RotaPage> timeOff;
    private @Nullable RotaRows longTimeOff;

    /**
     * @param youngSince what was read since then is young enough to stand for the rota of now
     */
    RotaWaiter(
            WaiterGroup<RotaPart, RotaPage> group,
            OpenTeamsRead<UUID, TeamRota> teamsRead,
            int index,
            RotaWindow window,
            Instant youngSince) {
        super(group, index);
        this.teamsRead = teamsRead;
        this.index = index;
        this.window = window;
        this.youngSince = youngSince;
    }

    @Override
    List<RotaPart> wants() {
        UUID team = teamsRead.keys().get(index);
        if (isOver()) {
            return List.of();
        }
        if (!provisioned) {
            return List.of(new RotaPart.Schedule(team));
        }
        List<RotaPart> missing = new ArrayList<>(2);
        if (shifts == null) {
            missing.add(window.shifts(team));
        }
        if (longTimeOff == null) {
            missing.add(manyPages ? new RotaPart.ManyPages(team) : new RotaPart.LongTimeOff(team));
        }
        if (timeOff == null && (manyPages || longTimeOff != null)) {
            missing.add(window.timeOff(team));
        }
        return missing;
    }

    @Override
    void answered(RotaPart part, Read<RotaPage> read) {
        switch (part) {
            case RotaPart.Schedule _ -> provisioned = true;
            case RotaPart.Shifts _ -> shifts = read;
            case RotaPart.TimeOff _ -> timeOff = read;
            case RotaPart.LongTimeOff _, RotaPart.ManyPages _ -> longTimeOff(read);
            case RotaPart.TimeOffPage _ -> throw new IllegalStateException("Not asked for");
        }
        if (shifts != null && timeOff != null && longTimeOff != null) {
            end();
            teamsRead.answer(
                    index,
                    new Read<>(
                            new TeamRota(
                                    shifts.value().rows(), timeOff.value().rows(), longTimeOff),
                            readAt(shifts, timeOff)));
            return;
        }
        Read<TeamRota> known = known(null);
        if (known != null) {
            teamsRead.note(index, known);
        }
    }

    /**
     * The first page may be all of it, and young enough to hold what the short read would bring.
     */
    private void longTimeOff(Read<RotaPage> read) {
        if (read.value().nextLink() != null) {
            manyPages = true;
            return;
        }
        longTimeOff = read.value().rows();
        if (timeOff == null && !read.readAt().isBefore(youngSince)) {
            timeOff = new Read<>(NOTHING_MORE, read.readAt());
        }
    }

    /**
     * Where only the long read is missing, the rest is answered with the failure of the missing
     * part.
     */
    @Override
    void failed(GraphFailure failure) {
        Read<TeamRota> known = known(failure);
        if (known == null) {
            super.failed(failure);
        } else {
            teamsRead.answer(index, known);
        }
    }

    @Override
    void noted(GraphFailure failure) {
        Read<TeamRota> known = known(failure);
        if (known == null) {
            super.noted(failure);
        } else {
            teamsRead.note(index, known);
        }
    }

    @Override
    void forgotten() {
        Read<TeamRota> known = known(null);
        if (known == null) {
            super.forgotten();
        } else {
            teamsRead.note(index, known);
        }
    }

    private @Nullable Read<TeamRota> known(@Nullable GraphFailure missing) {
        return shifts == null || timeOff == null
                ? null
                : new Read<>(
                        TeamRota.withoutLongTimeOff(
                                shifts.value().rows(), timeOff.value().rows(), missing),
                        readAt(shifts, timeOff));
    }

    private static Instant readAt(Read<?> shifts, Read<?> timeOff) {
        return shifts.readAt().isBefore(timeOff.readAt()) ? shifts.readAt() : timeOff.readAt();
    }
}
