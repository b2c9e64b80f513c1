package org.teamsavailability.simulator.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team and its schedule in Shifts.
 *
 * @param id the group's object id
 * @param scheduled whether it has a schedule at all; without one Graph answers 404
 * @param enabled whether the schedule is in use
 * @param provisionStatus {@code NotStarted}, {@code Running}, {@code Completed} or {@code Failed}
 * @param provisionStatusCode what failed; null where nothing did
 * @param timeZone IANA name, for display only
 * @param shifts in the order Graph lists them
 * @param timesOff in the order Graph lists them
 */
public record Team(
        UUID id,
        boolean scheduled,
        boolean enabled,
        String provisionStatus,
        @Nullable String provisionStatusCode,
        String timeZone,
        List<ScheduleEntry> shifts,
        List<ScheduleEntry> timesOff) {
    public Team {
        shifts = List.copyOf(shifts);
        timesOff = List.copyOf(timesOff);
    }

    /** One with an empty schedule in use. */
    public static Team of(UUID id) {
        return new Team(id, true, true, "Completed", null, "UTC", List.of(), List.of());
    }

    /** One that has no schedule. */
    public static Team withoutSchedule(UUID id) {
        return new Team(id, false, false, "NotStarted", null, "UTC", List.of(), List.of());
    }

    /** The same with the schedule in another state. */
    public Team withState(boolean nowEnabled, String status, @Nullable String statusCode) {
        return new Team(id, true, nowEnabled, status, statusCode, timeZone, shifts, timesOff);
    }

    /** The same with one more shift. */
    public Team withShift(ScheduleEntry shift) {
        return withEntries(plus(shifts, shift), timesOff);
    }

    /** The same with one more time off. */
    public Team withTimeOff(ScheduleEntry timeOff) {
        return withEntries(shifts, plus(timesOff, timeOff));
    }

    /** The same with other shifts and times off. */
    public Team withEntries(List<ScheduleEntry> newShifts, List<ScheduleEntry> newTimesOff) {
        return new Team(
                id,
                scheduled,
                enabled,
                provisionStatus,
                provisionStatusCode,
                timeZone,
                newShifts,
                newTimesOff);
    }

    private static List<ScheduleEntry> plus(List<ScheduleEntry> entries, ScheduleEntry entry) {
        var more = new ArrayList<>(entries);
        more.add(entry);
        return more;
    }
}
