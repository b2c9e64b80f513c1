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
    private final boolean whole;
    private final @Nullable GraphFailure missing;

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
        this.whole = true;
        this.missing = null;
    }

    /**
     * A rota with all time off that was asked for.
     *
     * @param longTimeOff time off far around today, that around the window included or not
     */
    public TeamRota(RotaRows shifts, RotaRows timeOff, RotaRows longTimeOff) {
        this(shifts, RotaRows.together(List.of(timeOff, longTimeOff)), true, null);
    }

    private TeamRota(
            RotaRows shifts, RotaRows timeOff, boolean whole, @Nullable GraphFailure missing) {
        this.shifts = byAccount(shifts.spans());
        this.timeOff = byAccount(timeOff.spans());
        this.unusableShifts = shifts.unusable();
        this.unusableTimeOff = timeOff.unusable();
        this.whole = whole;
        this.missing = missing;
    }

    /**
     * A rota without time off that is long or far away, which was not read yet.
     *
     * @param missing why it could not be read; null where it was only not read in time
     */
    public static TeamRota withoutLongTimeOff(
            RotaRows shifts, RotaRows timeOff, @Nullable GraphFailure missing) {
        return new TeamRota(shifts, timeOff, false, missing);
    }

    /** Whether all time off was read; otherwise anybody may have more of it. */
    public boolean hasAllTimeOff() {
        return whole;
    }

    /** Why not all time off could be read; null where it was, or was only not read in time. */
    public @Nullable GraphFailure missingTimeOff() {
        return missing;
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
                && unusableTimeOff.equals(that.unusableTimeOff)
                && whole == that.whole
                && Objects.equals(missing, that.missing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(shifts, timeOff, unusableShifts, unusableTimeOff, whole, missing);
    }

    private static Map<UUID, List<RotaSpan>> byAccount(List<RotaSpan> spans) {
        return spans.stream().collect(groupingBy(RotaSpan::account, toUnmodifiableList()));
    }
}
