package org.teamsavailability.simulator.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.dataset.Tenants;
import org.teamsavailability.simulator.exchange.Charge;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.graph.Access;
import org.teamsavailability.simulator.graph.Bearer;
import org.teamsavailability.simulator.graph.GraphErrors;
import org.teamsavailability.simulator.journal.Call;

/** What all calls to the directory have in common: token, permission, query options and price. */
public final class DirectoryCalls {
    private final Tenants tenants;
    private final Bearer bearer;

    public DirectoryCalls(Tenants tenants, Bearer bearer) {
        this.tenants = tenants;
        this.bearer = bearer;
    }

    RecognizedCall recognized(
            Exchange exchange,
            Call call,
            @Nullable UUID team,
            List<UUID> ids,
            Rules rules,
            Answer answer) {
        Access access = bearer.check(exchange);
        Tenant tenant = tenants.find(access.tenant());
        Charge charge =
                tenant == null
                        ? null
                        : new Charge(Prices.of(rules.price(), exchange), Prices.allowance(tenant));
        return new RecognizedCall(
                access.tenant(),
                call,
                team,
                ids,
                charge,
                () -> {
                    Reply reply = answer(exchange, access, tenant, rules, answer);
                    return charge == null
                            ? reply
                            : reply.with("x-ms-resource-unit", Integer.toString(charge.units()));
                });
    }

    private static Reply answer(
            Exchange exchange, Access access, @Nullable Tenant tenant, Rules rules, Answer answer) {
        return switch (access) {
            case Access.Refused(_, Reply refusal) -> refusal;
            case Access.Granted granted when tenant == null ->
                    GraphErrors.unauthorized("Access token validation failure.", exchange);
            case Access.Granted granted when !granted.has(rules.permission()) ->
                    GraphErrors.denied(exchange);
            case Access.Granted granted -> {
                try {
                    rules.check(exchange);
                    yield answer.of(tenant, granted);
                } catch (RefusedQuery e) {
                    yield GraphErrors.of(400, e.code(), e.text(), exchange);
                }
            }
        };
    }

    /**
     * What holds for calls of one kind.
     *
     * @param permission that the token must hold
     * @param options of the query that are allowed
     * @param price in resource units, before what the query options take off
     */
    record Rules(String permission, Set<String> options, int price) {
        void check(Exchange exchange) throws RefusedQuery {
            for (String option : exchange.query().keySet()) {
                if (!options.contains(option)) {
                    throw RefusedQuery.bad("The query option '" + option + "' is not allowed.");
                }
            }
        }
    }

    /** The ordinary answer. */
    interface Answer {
        Reply of(Tenant tenant, Access.Granted access) throws RefusedQuery;
    }
}
