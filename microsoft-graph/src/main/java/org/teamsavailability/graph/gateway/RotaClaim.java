package org.teamsavailability.graph.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.Outcome.Read;
import org.teamsavailability.graph.RotaRows;
import org.teamsavailability.graph.TeamRota;

/** An inquiry's claim to one team's rota: first its schedule, then its shifts and time off. */
final class RotaClaim extends Claim<RotaPart, RotaRows> {

    private final OpenInquiry<UUID, TeamRota> inquiry;
    private final int line;
    private final RotaWindow window;
    private boolean provisioned;
    private @Nullable Read<RotaRows> shifts;
    private @Nullable Read<RotaRows> timeOff;

    RotaClaim(
            Visit<RotaPart, RotaRows> visit,
            OpenInquiry<UUID, TeamRota> inquiry,
            int line,
            RotaWindow window) {
        super(visit, line);
        this.inquiry = inquiry;
        this.line = line;
        this.window = window;
    }

    @Override
    List<RotaPart> wants() {
        UUID team = inquiry.keys().get(line);
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
        if (timeOff == null) {
            missing.add(window.timeOff(team));
        }
        return missing;
    }

    @Override
    void answered(RotaPart part, Read<RotaRows> read) {
        switch (part) {
            case RotaPart.Schedule _ -> provisioned = true;
            case RotaPart.Shifts _ -> shifts = read;
            case RotaPart.TimeOff _ -> timeOff = read;
        }
        if (shifts != null && timeOff != null) {
            end();
            inquiry.answer(line, both(shifts, timeOff));
        }
    }

    private static Read<TeamRota> both(Read<RotaRows> shifts, Read<RotaRows> timeOff) {
        Instant earlier =
                shifts.readAt().isBefore(timeOff.readAt()) ? shifts.readAt() : timeOff.readAt();
        return new Read<>(
                new TeamRota(
                        shifts.value().spans(),
                        timeOff.value().spans(),
                        shifts.value().unusable(),
                        timeOff.value().unusable()),
                earlier);
    }
}
