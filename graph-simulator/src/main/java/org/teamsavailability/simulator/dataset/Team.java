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
 * @param displayName its name
 * @param members the accounts that are its members, in the order Graph lists them
 * @param otherMembers what else is a member, listed after them
 */
public record Team(
        UUID id,
        boolean scheduled,
        boolean enabled,
        String provisionStatus,
        @Nullable String provisionStatusCode,
        String timeZone,
        List<ScheduleEntry> shifts,
        List<ScheduleEntry> timesOff,
        String displayName,
        List<UUID> members,
        List<OtherMember> otherMembers) {
    public Team {
        shifts = List.copyOf(shifts);
        timesOff = List.copyOf(timesOff);
        members = List.copyOf(members);
        otherMembers = List.copyOf(otherMembers);
    }

    /** One with an empty schedule in use. */
    public static Team of(UUID id) {
        return new Team(
                id,
                true,
                true,
                "Completed",
                null,
                "UTC",
                List.of(),
                List.of(),
                nameOf(id),
                List.of(),
                List.of());
    }

    /** One that has no schedule. */
    public static Team withoutSchedule(UUID id) {
        return of(id).with(false, false, "NotStarted", null);
    }

    /** The same with the schedule in another state. */
    public Team withState(boolean nowEnabled, String status, @Nullable String statusCode) {
        return with(true, nowEnabled, status, statusCode);
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
                newTimesOff,
                displayName,
                members,
                otherMembers);
    }

    /** The same under another name. */
    public Team withDisplayName(String other) {
        return with(other, members, otherMembers);
    }

    /** The same with these accounts as its members. */
    public Team withMembers(List<UUID> others) {
        return with(displayName, others, otherMembers);
    }

    /** The same with these members that are no people. */
    public Team withOtherMembers(List<OtherMember> others) {
        return with(displayName, members, others);
    }

    /** The name of a team that was given none. */
    static String nameOf(UUID id) {
        return "Team " + id.toString().substring(0, 8);
    }

    private Team with(String name, List<UUID> accounts, List<OtherMember> others) {
        return new Team(
                id,
                scheduled,
                enabled,
                provisionStatus,
                provisionStatusCode,
                timeZone,
                shifts,
                timesOff,
                name,
                accounts,
                others);
    }

    private Team with(
            boolean hasSchedule, boolean inUse, String status, @Nullable String statusCode) {
        return new Team(
                id,
                hasSchedule,
                inUse,
                status,
                statusCode,
                timeZone,
                shifts,
                timesOff,
                displayName,
                members,
                otherMembers);
    }

    private static List<ScheduleEntry> plus(List<ScheduleEntry> entries, ScheduleEntry entry) {
        var more = new ArrayList<>(entries);
        more.add(entry);
        return more;
    }
}
