package org.teamsavailability.simulator.directory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.directory.DirectoryCalls.Rules;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.journal.Call;

/**
 * {@code GET /v1.0/users}, and with {@code $search}, which Graph answers to an advanced query only:
 * {@code ConsistencyLevel: eventual} on every page.
 */
public final class UsersEndpoint implements Endpoint {
    private static final Rules RULES =
            new Rules(
                    "User.Read.All",
                    Set.of("$search", "$select", "$top", "$skiptoken", "$count"),
                    2);

    private final DirectoryCalls calls;
    private final Supplier<Conditions> conditions;

    public UsersEndpoint(DirectoryCalls calls, Supplier<Conditions> conditions) {
        this.calls = calls;
        this.conditions = conditions;
    }

    @Override
    public @Nullable RecognizedCall understand(Exchange exchange) {
        return exchange.matches("GET", "v1.0", "users")
                ? calls.recognized(
                        exchange,
                        Call.USERS,
                        null,
                        List.of(),
                        RULES,
                        (tenant, _) -> page(exchange, tenant))
                : null;
    }

    private Reply page(Exchange exchange, Tenant tenant) throws RefusedQuery {
        boolean advanced = "eventual".equalsIgnoreCase(exchange.header().apply("ConsistencyLevel"));
        String search = exchange.parameter("$search");
        if (search != null && !advanced) {
            throw Listing.goesOn(exchange)
                    ? Listing.badToken()
                    : RefusedQuery.unsupported(
                            "Request with $search query parameter only works through MSGraph with"
                                    + " a special request header: 'ConsistencyLevel: eventual'");
        }
        var selection = Selection.of(exchange);
        selection.check("user", UserResource.known());
        boolean counted = advanced && "true".equals(exchange.parameter("$count"));
        return new Listing(exchange, conditions.get())
                .page(
                        selection.context("users"),
                        found(tenant, search),
                        counted,
                        user -> selection.from(user, UserResource.USUAL));
    }

    private static List<Map<String, @Nullable Object>> found(Tenant tenant, @Nullable String search)
            throws RefusedQuery {
        var query = search == null ? null : SearchQuery.of(search, UserResource.known());
        return tenant.accounts().values().stream()
                .map(it -> UserResource.of(tenant, it))
                .filter(it -> query == null || query.finds(it))
                .toList();
    }
}
