package org.teamsavailability.mapping.tenantcheck;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.inspection.Query;
import org.teamsavailability.graph.inspection.Query.Area;

/** Schedules, shifts and time off. */
final class ScheduleChecks {

    private static final int DAYS = 7;
    private static final int DAYS_OFF = 62;

    private final LocalDate today;

    ScheduleChecks(Clock clock) {
        this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    List<Check<?>> all() {
        return List.of(
                new Check<>(
                        "schedule",
                        "What is said of a Team's schedule?",
                        "200, enabled and a provisionStatus of the documented ones",
                        tenant -> tenant.ask(scheduleOf(team(tenant))),
                        ScheduleFindings::schedule),
                new Check<>(
                        "unknown-schedule",
                        "How is the schedule of a Team answered that does not exist?",
                        "404",
                        ScheduleChecks::unknown,
                        reply -> Finding.of(reply.status() == 404, reply.statusText())),
                new Check<>(
                        "shifts-filter",
                        "Is the documented filter of shifts taken?",
                        "200",
                        tenant -> tenant.ask(shifts(team(tenant), inside())),
                        ScheduleFindings::rows),
                new Check<>(
                        "shifts-inside",
                        "Which shifts does the filter choose?",
                        "those that lie wholly inside",
                        tenant -> tenant.ask(shifts(team(tenant), inside())),
                        reply -> ScheduleFindings.inside(reply, from(), to())),
                new Check<>(
                        "shifts-length",
                        "How long is a shift?",
                        "24 hours at most",
                        tenant -> tenant.ask(shifts(team(tenant), inside())),
                        ScheduleFindings::length),
                new Check<>(
                        "shifts-repeated-property",
                        "May a filter name a property twice?",
                        "no: 400",
                        tenant -> tenant.ask(shifts(team(tenant), repeated())),
                        reply -> Finding.of(reply.status() == 400, reply.statusText())),
                new Check<>(
                        "shifts-overlap-filter",
                        "May a filter choose shifts that overlap a time?",
                        "no: 400",
                        tenant -> tenant.ask(shifts(team(tenant), overlapping())),
                        reply -> Finding.of(reply.status() == 400, reply.statusText())),
                new Check<>(
                        "shifts-pages",
                        "Where does the link to further shifts lead?",
                        "to Graph's own host, which answers it with 200",
                        tenant -> Paging.first(tenant, shifts(team(tenant), inside())),
                        Paging::next),
                new Check<>(
                        "time-off-filter",
                        "Is the documented filter of time off taken?",
                        "200",
                        tenant -> tenant.ask(timeOff(team(tenant))),
                        ScheduleFindings::rows),
                new Check<>(
                        "time-off-pages",
                        "Where does the link to further time off lead?",
                        "to Graph's own host, which answers it with 200",
                        tenant -> Paging.first(tenant, timeOff(team(tenant))),
                        Paging::next),
                new Check<>(
                        "acts-as",
                        "Can schedules be read without MS-APP-ACTS-AS?",
                        "yes: 200",
                        tenant -> tenant.ask(shifts(team(tenant), inside())),
                        reply -> Finding.of(reply.isOk(), reply.statusText())),
                new Check<>(
                        "shifts-error",
                        "Which form has an error of Shifts?",
                        "JSON, with an error of its own as JSON in error.message",
                        ScheduleChecks::unknown,
                        ScheduleFindings::error));
    }

    static Query scheduleOf(UUID team) {
        return new Query.Get(Area.SCHEDULE, "/teams/" + team + "/schedule", Map.of());
    }

    private static UUID team(ConnectedTenant tenant)
            throws NotTriedException, InterruptedException {
        requireShifts(tenant);
        return tenant.teamWithSchedule();
    }

    private static Reply unknown(ConnectedTenant tenant)
            throws NotTriedException, InterruptedException {
        requireShifts(tenant);
        return tenant.ask(scheduleOf(Unknown.idIn(tenant)));
    }

    private static void requireShifts(ConnectedTenant tenant) throws NotTriedException {
        if (tenant.tenant().cloud() != MicrosoftCloud.GLOBAL) {
            throw new NotTriedException("Microsoft offers Shifts in the global cloud only");
        }
    }

    private static Query shifts(UUID team, String filter) {
        return new Query.Get(
                Area.SCHEDULE, "/teams/" + team + "/schedule/shifts", Map.of("$filter", filter));
    }

    private Query timeOff(UUID team) {
        return new Query.Get(
                Area.SCHEDULE,
                "/teams/" + team + "/schedule/timesOff",
                Map.of(
                        "$filter",
                        "sharedTimeOff/startDateTime ge %s and sharedTimeOff/endDateTime le %s"
                                .formatted(
                                        midnight(today.minusDays(DAYS_OFF)),
                                        midnight(today.plusDays(DAYS_OFF)))));
    }

    private LocalDate from() {
        return today.minusDays(DAYS);
    }

    private LocalDate to() {
        return today.plusDays(DAYS);
    }

    private String inside() {
        return "sharedShift/startDateTime ge %s and sharedShift/endDateTime le %s"
                .formatted(midnight(from()), midnight(to()));
    }

    private String repeated() {
        return "sharedShift/startDateTime ge %s and sharedShift/startDateTime le %s"
                .formatted(midnight(from()), midnight(to()));
    }

    private String overlapping() {
        return "sharedShift/startDateTime le %s and sharedShift/endDateTime ge %s"
                .formatted(midnight(to()), midnight(from()));
    }

    private static String midnight(LocalDate day) {
        return day + "T00:00:00.000Z";
    }
}
