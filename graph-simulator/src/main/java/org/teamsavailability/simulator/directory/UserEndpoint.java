package org.teamsavailability.simulator.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.directory.DirectoryCalls.Rules;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Ids;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.graph.GraphErrors;
import org.teamsavailability.simulator.journal.Call;

/** {@code GET /v1.0/users/{id}}, by object id or sign-in name. */
public final class UserEndpoint implements Endpoint {
    private static final Rules RULES = new Rules("User.Read.All", Set.of("$select"), 2);

    private final DirectoryCalls calls;

    public UserEndpoint(DirectoryCalls calls) {
        this.calls = calls;
    }

    @Override
    public @Nullable RecognizedCall understand(Exchange exchange) {
        if (!exchange.matches("GET", "v1.0", "users", "*")) {
            return null;
        }
        UUID id = Ids.guid(exchange.segments().getLast());
        return calls.recognized(
                exchange,
                Call.USERS,
                null,
                id == null ? List.of() : List.of(id),
                RULES,
                (tenant, _) -> user(exchange, tenant, id));
    }

    private static Reply user(Exchange exchange, Tenant tenant, @Nullable UUID id)
            throws RefusedQuery {
        var selection = Selection.of(exchange);
        selection.check("user", UserResource.known());
        String name = exchange.segments().getLast();
        Account account = id == null ? tenant.signingInAs(name) : tenant.accounts().get(id);
        if (account == null) {
            return GraphErrors.missing(name, exchange);
        }
        return Entity.reply(
                exchange,
                selection.context("users") + "/$entity",
                selection.from(UserResource.of(tenant, account), UserResource.USUAL));
    }
}
