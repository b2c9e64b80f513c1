package org.teamsavailability.graph;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shared rota of one team around the days that were asked for, by person. Immutable. */
public final class TeamRota {

    private final Map<UUID, List<RotaSpan>> shifts;
    private final Map<UUID, List<RotaSpan>> timeOff;
    private final Set<UUID> unusableShifts;
    private final Set<UUID> unusableTimeOff;

    /**
     * A rota in which every row could be used.
     *
     * @param shifts the shared shifts
     * @param timeOff the shared time off, without its reasons
     */
    public TeamRota(List<RotaSpan> shifts, List<RotaSpan> timeOff) {
        this(shifts, timeOff, Set.of(), Set.of());
    }

    /**
     * @param shifts the shared shifts that could be used
     * @param timeOff the shared time off that could be used, without its reasons
     * @param unusableShifts who has a shared shift row that was dropped because it cannot be used:
     *     its end is missing, not after its start or before the year 2000, or a time cannot be
     *     parsed
     * @param unusableTimeOff who has a shared time-off row that was dropped for such a reason
     */
    public TeamRota(
            List<RotaSpan> shifts,
            List<RotaSpan> timeOff,
            Set<UUID> unusableShifts,
            Set<UUID> unusableTimeOff) {
        this.shifts = byAccount(shifts);
        this.timeOff = byAccount(timeOff);
        this.unusableShifts = Set.copyOf(unusableShifts);
        this.unusableTimeOff = Set.copyOf(unusableTimeOff);
    }

    /** The shared shifts of one person. */
    public List<RotaSpan> shiftsOf(UUID account) {
        return shifts.getOrDefault(account, List.of());
    }

    /** The shared time off of one person. */
    public List<RotaSpan> timeOffOf(UUID account) {
        return timeOff.getOrDefault(account, List.of());
    }

    /** Whether one person has a shared shift row that was dropped because it cannot be used. */
    public boolean hasUnusableShift(UUID account) {
        return unusableShifts.contains(account);
    }

    /** Whether one person has a shared time-off row that was dropped because it cannot be used. */
    public boolean hasUnusableTimeOff(UUID account) {
        return unusableTimeOff.contains(account);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TeamRota that
                && shifts.equals(that.shifts)
                && timeOff.equals(that.timeOff)
                && unusableShifts.equals(that.unusableShifts)
                && unusableTimeOff.equals(that.unusableTimeOff);
    }

    @Override
    public int hashCode() {
        return Objects.hash(shifts, timeOff, unusableShifts, unusableTimeOff);
    }

    private static Map<UUID, List<RotaSpan>> byAccount(List<RotaSpan> spans) {
        return spans.stream().collect(groupingBy(RotaSpan::account, toUnmodifiableList()));
    }
}
