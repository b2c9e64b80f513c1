package org.teamsavailability.simulator.graph;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.ScheduleEntry;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.dataset.Tenants;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Ids;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.journal.Call;

/** {@code GET /v1.0/teams/{id}/schedule}, and its {@code shifts} and {@code timesOff}. */
public final class ScheduleEndpoint implements Endpoint {
    private final Tenants tenants;
    private final Bearer bearer;
    private final Supplier<Conditions> conditions;

    public ScheduleEndpoint(Tenants tenants, Bearer bearer, Supplier<Conditions> conditions) {
        this.tenants = tenants;
        this.bearer = bearer;
        this.conditions = conditions;
    }

    @Override
    public @Nullable RecognizedCall understand(Exchange exchange) {
        if (exchange.matches("GET", "v1.0", "teams", "*", "schedule")) {
            return recognized(exchange, Call.SCHEDULE, team -> schedule(exchange, team));
        }
        if (exchange.matches("GET", "v1.0", "teams", "*", "schedule", "shifts")) {
            return recognized(
                    exchange,
                    Call.SHIFTS,
                    team ->
                            listing(exchange, "Shift", EntryResource::shift)
                                    .page(team.id(), team.shifts()));
        }
        if (exchange.matches("GET", "v1.0", "teams", "*", "schedule", "timesOff")) {
            return recognized(
                    exchange,
                    Call.TIME_OFF,
                    team ->
                            listing(exchange, "TimeOff", EntryResource::timeOff)
                                    .page(team.id(), team.timesOff()));
        }
        return null;
    }

    private RecognizedCall recognized(Exchange exchange, Call call, Function<Team, Reply> answer) {
        Access access = bearer.check(exchange);
        UUID teamId = Ids.guid(exchange.segments().get(2));
        return new RecognizedCall(
                access.tenant(),
                call,
                teamId,
                List.of(),
                () -> answer(exchange, access, teamId, answer));
    }

    private Reply answer(
            Exchange exchange, Access access, @Nullable UUID teamId, Function<Team, Reply> answer) {
        return switch (access) {
            case Access.Refused(_, Reply refusal) -> refusal;
            case Access.Granted granted when !granted.has("Schedule.Read.All") ->
                    GraphErrors.nested(
                            403,
                            "Forbidden",
                            "MissingAdminPermissions",
                            "The application lacks a permission for this request.",
                            exchange);
            case Access.Granted granted -> {
                Team team = find(granted.tenant(), teamId);
                yield team == null ? noSchedule(exchange) : answer.apply(team);
            }
        };
    }

    /** The team with its schedule; null where either is not there. */
    private @Nullable Team find(UUID tenantId, @Nullable UUID teamId) {
        Tenant tenant = tenants.find(tenantId);
        Team team = tenant == null || teamId == null ? null : tenant.teams().get(teamId);
        return team == null || !team.scheduled() ? null : team;
    }

    private static Reply schedule(Exchange exchange, Team team) {
        return exchange.query().isEmpty()
                ? Reply.json(200, ScheduleResource.of(team, exchange.origin()))
                : GraphErrors.nested(
                        400, "BadRequest", "BadRequest", "No query option is allowed.", exchange);
    }

    private EntryListing listing(
            Exchange exchange, String type, Function<ScheduleEntry, EntryResource> as) {
        return new EntryListing(exchange, conditions.get(), type, as);
    }

    private static Reply noSchedule(Exchange exchange) {
        return GraphErrors.nested(
                404,
                "NotFound",
                "TeamNotFound",
                "Sorry, the team was not found, or you may not have access to it.",
                exchange);
    }
}
