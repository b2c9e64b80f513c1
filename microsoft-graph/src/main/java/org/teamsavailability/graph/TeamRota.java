package org.teamsavailability.graph;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shared rota of one team around the days that were asked for, by person. Immutable. */
public final class TeamRota {

    private final Map<UUID, List<RotaSpan>> shifts;
    private final Map<UUID, List<RotaSpan>> timeOff;

    /**
     * @param shifts the shared shifts
     * @param timeOff the shared time off, without its reasons
     */
    public TeamRota(List<RotaSpan> shifts, List<RotaSpan> timeOff) {
        this.shifts = byAccount(shifts);
        this.timeOff = byAccount(timeOff);
    }

    /** The shared shifts of one person. */
    public List<RotaSpan> shiftsOf(UUID account) {
        return shifts.getOrDefault(account, List.of());
    }

    /** The shared time off of one person. */
    public List<RotaSpan> timeOffOf(UUID account) {
        return timeOff.getOrDefault(account, List.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TeamRota that
                && shifts.equals(that.shifts)
                && timeOff.equals(that.timeOff);
    }

    @Override
    public int hashCode() {
        return Objects.hash(shifts, timeOff);
    }

    private static Map<UUID, List<RotaSpan>> byAccount(List<RotaSpan> spans) {
        return spans.stream().collect(groupingBy(RotaSpan::account, toUnmodifiableList()));
    }
}
