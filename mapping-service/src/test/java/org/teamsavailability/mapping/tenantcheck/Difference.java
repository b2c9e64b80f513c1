package org.teamsavailability.mapping.tenantcheck;

import static org.teamsavailability.mapping.tenantcheck.CheckedTenant.ANNA;
import static org.teamsavailability.mapping.tenantcheck.CheckedTenant.helpdesk;

import java.util.List;
import java.util.function.Consumer;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Lookup;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.fault.Effect.Body;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.limit.RetryAfter;

/**
 * A way in which Microsoft may answer otherwise.
 *
 * @param check the check that has to find it
 * @param seen what it has to say
 */
record Difference(String check, String seen, Consumer<CheckedTenant> arrangement) {

    private static final String LONG_AGO = "Mon, 02 Mar 2026 09:00:00 GMT";

    static List<Difference> all() {
        return List.of(
                differs(
                        "token-roles",
                        "all but Schedule.Read.All",
                        it ->
                                it.grants(
                                        "Presence.Read.All",
                                        "GroupMember.Read.All",
                                        "User.Read.All")),
                differs(
                        "missing-permission",
                        "404",
                        it -> {
                            it.grants("Presence.Read.All", "GroupMember.Read.All", "User.Read.All");
                            it.on(Call.SCHEDULE).status(404);
                        }),
                differs(
                        "teams-filter",
                        "without id",
                        it -> it.on(Call.GROUPS).set(new Effect.WrongTypes())),
                differs(
                        "page-size",
                        "400",
                        it -> {
                            it.on(Call.GROUPS).times(1).set(new Effect.None());
                            it.on(Call.GROUPS).status(400);
                        }),
                differs("next-link", "another host", it -> it.links(Call.GROUPS)),
                differs(
                        "members",
                        "users without sign-in name",
                        it ->
                                it.grants(
                                        "Presence.Read.All",
                                        "Schedule.Read.All",
                                        "GroupMember.Read.All")),
                differs(
                        "organization",
                        "without",
                        it -> it.on(Call.ORGANIZATION).set(new Effect.WrongTypes())),
                differs("unknown-user", "403", it -> it.on(Call.USERS).status(403)),
                differs("unknown-team", "403", it -> it.on(Call.MEMBERS).status(403)),
                differs(
                        "directory-error",
                        "without a code",
                        it -> it.on(Call.USERS).status(404, Body.EMPTY)),
                differs(
                        "presence-fields",
                        "1 without one of the fields",
                        it -> it.looksUp(ANNA, Lookup.WITHOUT_ID)),
                differs(
                        "presence-accounts",
                        "1 entries for 1 of 2",
                        it -> it.looksUp(ANNA, Lookup.MISSING)),
                differs(
                        "presence-values",
                        "not documented: Levitating",
                        it ->
                                it.alter(all ->
                                        all.withAccount(Account.of(ANNA, "Levitating", "Busy")))),
                differs(
                        "presence-spelling",
                        "in lower case",
                        it ->
                                it.alter(all ->
                                        all.withAccount(Account.of(ANNA, "busy", "inACall")))),
                differs("presence-id-case", "400", it -> it.on(Call.PRESENCE).status(400)),
                differs(
                        "presence-unknown-id",
                        "400 BadRequest for the whole call",
                        it -> it.alter(all -> all.withUnknownAccounts(Lookup.BAD_REQUEST))),
                differs("presence-repeated-id", "400", it -> it.on(Call.PRESENCE).status(400)),
                differs("presence-malformed-id", "500", it -> it.on(Call.PRESENCE).status(500)),
                differs(
                        "presence-650-ids",
                        "400",
                        it -> it.conditions(now -> now.withPresenceIds(649))),
                differs(
                        "presence-651-ids",
                        "200",
                        it -> it.conditions(now -> now.withPresenceIds(1_000))),
                differs(
                        "schedule",
                        "of none of the documented",
                        it ->
                                it.alter(all ->
                                        all.withTeam(helpdesk(8).withState(true, "Moving", null)))),
                differs("unknown-schedule", "403", it -> it.onUnknownSchedule().status(403)),
                differs("shifts-filter", "400", it -> it.on(Call.SHIFTS).status(400)),
                differs(
                        "shifts-inside",
                        "without a shared time",
                        it -> it.on(Call.SHIFTS).set(new Effect.WrongTypes())),
                differs(
                        "shifts-length",
                        "30.0 h",
                        it -> it.alter(all -> all.withTeam(helpdesk(30)))),
                differs(
                        "shifts-repeated-property",
                        "200",
                        it -> it.conditions(now -> now.withAnyShiftsFilter(true))),
                differs(
                        "shifts-overlap-filter",
                        "200",
                        it -> it.conditions(now -> now.withAnyShiftsFilter(true))),
                differs("shifts-pages", "another host", it -> it.links(Call.SHIFTS)),
                differs("time-off-filter", "400", it -> it.on(Call.TIME_OFF).status(400)),
                differs("time-off-pages", "another host", it -> it.links(Call.TIME_OFF)),
                differs("acts-as", "403", it -> it.on(Call.SHIFTS).status(403)),
                differs(
                        "shifts-error",
                        "without one inside",
                        it -> it.onUnknownSchedule().status(404, Body.EMPTY)),
                differs("request-id", "answers", it -> it.on(Call.TIME_OFF).set(new Effect.Bare())),
                differs("content-type", "answers", it -> it.on(Call.USERS).status(404, Body.HTML)),
                differs(
                        "clock",
                        "without a Date",
                        it -> it.on(Call.TIME_OFF).set(new Effect.Header("Date", "today"))),
                differs(
                        "clock",
                        "ahead",
                        it -> it.on(Call.TIME_OFF).set(new Effect.Header("Date", LONG_AGO))),
                differs(
                        "throttling",
                        "without Retry-After",
                        it -> it.on(Call.ORGANIZATION).throttle(RetryAfter.absent())),
                differs(
                        "limit-header",
                        "at 0.10",
                        it ->
                                it.on(Call.USERS)
                                        .set(
                                                new Effect.Header(
                                                        "x-ms-throttle-limit-percentage", "0.1"))));
    }

    private static Difference differs(
            String check, String seen, Consumer<CheckedTenant> arrangement) {
        return new Difference(check, seen, arrangement);
    }

    @Override
    public String toString() {
        return check + ": " + seen;
    }
}
