package org.teamsavailability.simulator.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.OtherMember;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.directory.DirectoryCalls.Rules;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Ids;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.graph.Access;
import org.teamsavailability.simulator.graph.GraphErrors;
import org.teamsavailability.simulator.journal.Call;

/**
 * {@code GET /v1.0/groups/{id}/members}, and with a cast to users, which Graph answers to an
 * advanced query only: {@code ConsistencyLevel: eventual} on every page.
 */
public final class MembersEndpoint implements Endpoint {
    private static final Rules RULES =
            new Rules("GroupMember.Read.All", Set.of("$select", "$top", "$skiptoken", "$count"), 3);
    private static final Set<String> CASTS = Set.of("graph.user", "microsoft.graph.user");

    private final DirectoryCalls calls;
    private final Supplier<Conditions> conditions;

    public MembersEndpoint(DirectoryCalls calls, Supplier<Conditions> conditions) {
        this.calls = calls;
        this.conditions = conditions;
    }

    @Override
    public @Nullable RecognizedCall understand(Exchange exchange) {
        boolean cast =
                exchange.matches("GET", "v1.0", "groups", "*", "members", "*")
                        && CASTS.contains(exchange.segments().getLast());
        if (!cast && !exchange.matches("GET", "v1.0", "groups", "*", "members")) {
            return null;
        }
        String id = exchange.segments().get(2);
        UUID team = Ids.guid(id);
        return calls.recognized(
                exchange,
                Call.MEMBERS,
                team,
                List.of(),
                RULES,
                (tenant, access) -> {
                    Team found = team == null ? null : tenant.teams().get(team);
                    return found == null
                            ? GraphErrors.missing(id, exchange)
                            : page(exchange, tenant, found, cast, access);
                });
    }

    private Reply page(
            Exchange exchange, Tenant tenant, Team team, boolean cast, Access.Granted access)
            throws RefusedQuery {
        boolean advanced = "eventual".equalsIgnoreCase(exchange.header().apply("ConsistencyLevel"));
        if (cast && !advanced) {
            throw Listing.goesOn(exchange)
                    ? Listing.badToken()
                    : RefusedQuery.unsupported(
                            "A cast needs the header ConsistencyLevel: eventual.");
        }
        var selection = Selection.of(exchange);
        selection.check(
                cast ? "user" : "directoryObject",
                cast ? UserResource.known() : MemberResource.known());
        List<Supplier<MemberResource>> members = new ArrayList<>();
        for (Account person : MemberResource.people(tenant, team)) {
            members.add(() -> MemberResource.of(tenant, person));
        }
        for (OtherMember other : cast ? List.<OtherMember>of() : team.otherMembers()) {
            members.add(() -> MemberResource.of(other));
        }
        boolean counted = advanced && "true".equals(exchange.parameter("$count"));
        return new Listing(exchange, conditions.get())
                .page(
                        selection.context(cast ? "users" : "directoryObjects"),
                        members,
                        counted,
                        member -> member.get().shown(selection, !cast, access));
    }
}
