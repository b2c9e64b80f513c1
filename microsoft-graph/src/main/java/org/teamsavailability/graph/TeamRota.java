package org.teamsavailability.graph;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shared rota of one team around the days that were asked for, by person. Immutable, and cheap
 * to make: the rows know the spans of a person.
 */
public final class TeamRota {

    private static final RotaRows NONE = RotaRows.of(List.of());

    private final RotaRows shifts;
    private final RotaRows timeOff;
    private final RotaRows longTimeOff;
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
        this(
                new RotaRows(shifts, unusableShifts, unusableShifts.size()),
                new RotaRows(timeOff, unusableTimeOff, unusableTimeOff.size()),
                NONE);
    }

    /**
     * A rota with all time off that was asked for.
     *
     * @param longTimeOff time off far around today, that around the window included or not
     */
    public TeamRota(RotaRows shifts, RotaRows timeOff, RotaRows longTimeOff) {
        this(shifts, timeOff, longTimeOff, true, null);
    }

    private TeamRota(
            RotaRows shifts,
            RotaRows timeOff,
            RotaRows longTimeOff,
            boolean whole,
            @Nullable GraphFailure missing) {
        this.shifts = shifts;
        this.timeOff = timeOff;
        this.longTimeOff = longTimeOff;
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
        return new TeamRota(shifts, timeOff, NONE, false, missing);
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
        return shifts.spansOf(account);
    }

    /** The shared time off of one person. */
    public List<RotaSpan> timeOffOf(UUID account) {
        List<RotaSpan> near = timeOff.spansOf(account);
        List<RotaSpan> far = longTimeOff.spansOf(account);
        return far.isEmpty() ? near : Stream.concat(near.stream(), far.stream()).toList();
    }

    /** Whether one person has a shared shift row that was dropped because it cannot be used. */
    public boolean hasUnusableShift(UUID account) {
        return shifts.unusable().contains(account);
    }

    /** Whether one person has a shared time-off row that was dropped because it cannot be used. */
    public boolean hasUnusableTimeOff(UUID account) {
        return timeOff.unusable().contains(account) || longTimeOff.unusable().contains(account);
    }

    /** Equal by what it says of each person. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TeamRota that
                && Set.copyOf(shifts.spans()).equals(Set.copyOf(that.shifts.spans()))
                && allTimeOff().equals(that.allTimeOff())
                && shifts.unusable().equals(that.shifts.unusable())
                && unusableTimeOff().equals(that.unusableTimeOff())
                && whole == that.whole
                && Objects.equals(missing, that.missing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Set.copyOf(shifts.spans()), allTimeOff(), whole, missing);
    }

    private Set<RotaSpan> allTimeOff() {
        return Set.copyOf(
                Stream.concat(timeOff.spans().stream(), longTimeOff.spans().stream()).toList());
    }

    private Set<UUID> unusableTimeOff() {
        return Set.copyOf(
                Stream.concat(timeOff.unusable().stream(), longTimeOff.unusable().stream())
                        .toList());
    }
}
