package org.teamsavailability.simulator.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.dataset.Tenants;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.journal.Call;

/**
 * {@code POST /v1.0/communications/getPresencesByUserId}: as many ids a call as the conditions
 * allow, answered in no particular order.
 */
public final class PresenceEndpoint implements Endpoint {
    private static final String CONTEXT = "$metadata#Collection(microsoft.graph.presence)";

    private final Tenants tenants;
    private final Bearer bearer;
    private final Random random;
    private final Supplier<Conditions> conditions;

    public PresenceEndpoint(
            Tenants tenants, Bearer bearer, Random random, Supplier<Conditions> conditions) {
        this.tenants = tenants;
        this.bearer = bearer;
        this.random = random;
        this.conditions = conditions;
    }

    @Override
    public @Nullable RecognizedCall understand(Exchange exchange) {
        if (!exchange.matches("POST", "v1.0", "communications", "getPresencesByUserId")) {
            return null;
        }
        Access access = bearer.check(exchange);
        var asked = RequestedIds.read(exchange.body());
        return new RecognizedCall(
                access.tenant(),
                Call.PRESENCE,
                null,
                asked.ids(),
                () -> answer(exchange, access, asked));
    }

    private Reply answer(Exchange exchange, Access access, RequestedIds asked) {
        return switch (access) {
            case Access.Refused(_, Reply refusal) -> refusal;
            case Access.Granted granted when !granted.has("Presence.Read.All") ->
                    GraphErrors.of(403, "Forbidden", "", exchange);
            case Access.Granted granted -> presences(exchange, granted.tenant(), asked);
        };
    }

    private Reply presences(Exchange exchange, UUID tenantId, RequestedIds asked) {
        Tenant tenant = tenants.find(tenantId);
        if (tenant == null) {
            return GraphErrors.unauthorized("Access token validation failure.", exchange);
        }
        String wrong = asked.wrong(conditions.get().presenceIds());
        if (wrong != null) {
            return GraphErrors.of(400, "BadRequest", wrong, exchange);
        }
        List<Object> found = new ArrayList<>();
        for (UUID id : new LinkedHashSet<>(asked.ids())) {
            Account account = tenant.account(id);
            switch (account.lookup()) {
                case FOUND -> found.add(PresenceResource.of(account));
                case PRESENCE_UNKNOWN -> found.add(PresenceResource.unknown(id));
                case WRONG_TYPE -> found.add(PresenceResource.of(account).withWrongType());
                case WITHOUT_ID -> found.add(PresenceResource.of(account).withoutId());
                case MISSING -> {}
                case BAD_REQUEST -> {
                    return GraphErrors.of(400, "BadRequest", "Invalid user id.", exchange);
                }
                case NOT_FOUND -> {
                    return GraphErrors.of(404, "NotFound", "User not found.", exchange);
                }
            }
        }
        Collections.shuffle(found, random);
        String context = exchange.origin() + "/v1.0/" + CONTEXT;
        return Reply.json(200, new Page<>(context, null, found));
    }
}
