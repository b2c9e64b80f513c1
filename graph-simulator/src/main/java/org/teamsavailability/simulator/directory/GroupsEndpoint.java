package org.teamsavailability.simulator.directory;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.directory.DirectoryCalls.Rules;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.journal.Call;

/** {@code GET /v1.0/groups} with the filter that is documented for teams; all groups are teams. */
public final class GroupsEndpoint implements Endpoint {
    private static final Rules RULES =
            new Rules(
                    "GroupMember.Read.All",
                    Set.of("$filter", "$select", "$top", "$skiptoken", "$count"),
                    1);
    private static final Pattern TEAMS =
            Pattern.compile(
                    "resourceProvisioningOptions/any\\(\\s*(\\w+)\\s*:\\s*\\1 eq 'Team'\\s*\\)",
                    Pattern.CASE_INSENSITIVE);

    private final DirectoryCalls calls;
    private final Supplier<Conditions> conditions;

    public GroupsEndpoint(DirectoryCalls calls, Supplier<Conditions> conditions) {
        this.calls = calls;
        this.conditions = conditions;
    }

    @Override
    public @Nullable RecognizedCall understand(Exchange exchange) {
        return exchange.matches("GET", "v1.0", "groups")
                ? calls.recognized(
                        exchange,
                        Call.GROUPS,
                        null,
                        List.of(),
                        RULES,
                        (tenant, _) -> page(exchange, tenant))
                : null;
    }

    private Reply page(Exchange exchange, Tenant tenant) throws RefusedQuery {
        String filter = exchange.parameter("$filter");
        if (filter != null && !TEAMS.matcher(filter.strip()).matches()) {
            throw RefusedQuery.unsupported("Unsupported or invalid query filter clause.");
        }
        var selection = Selection.of(exchange);
        selection.check("group", GroupResource.known());
        return new Listing(exchange, conditions.get())
                .page(
                        selection.context("groups"),
                        List.copyOf(tenant.teams().values()),
                        false,
                        team -> {
                            var all = GroupResource.of(team);
                            return selection.from(all, List.copyOf(all.keySet()));
                        });
    }
}
