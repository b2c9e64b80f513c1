package org.teamsavailability.simulator.control;

import static org.teamsavailability.simulator.control.ControlRoutes.PREFIX;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.DataNode;
import org.teamsavailability.simulator.dataset.TeamReader;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.dataset.TenantReader;
import org.teamsavailability.simulator.dataset.Tenants;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.exchange.Route;

/** {@code /_control/tenants}: the data, with bodies of the form of the data file. */
public final class TenantRoutes implements Route {
    private static final String TENANTS = "tenants";

    private final Tenants tenants;
    private final Clock clock;

    public TenantRoutes(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public @Nullable Reply answer(Exchange exchange) {
        if (exchange.matches("GET", PREFIX, TENANTS)) {
            return Reply.json(200, Map.of(TENANTS, views()));
        }
        if (exchange.matches("PUT", PREFIX, TENANTS)) {
            tenants.put(new TenantReader(clock.instant()).tenant(Requests.body(exchange)));
            return Reply.empty(204);
        }
        if (exchange.matches("PATCH", PREFIX, TENANTS, "*")) {
            DataNode change = Requests.body(exchange);
            var reader = new TenantReader(clock.instant());
            return alter(exchange, tenant -> reader.changed(tenant, change));
        }
        if (exchange.matches("DELETE", PREFIX, TENANTS, "*")) {
            return Reply.empty(tenants.remove(Requests.id(exchange, 2)) ? 204 : 404);
        }
        if (exchange.matches("PATCH", PREFIX, TENANTS, "*", "accounts", "*")) {
            return alterAccount(exchange, Requests.id(exchange, 4), Requests.body(exchange));
        }
        if (exchange.matches("PUT", PREFIX, TENANTS, "*", "teams", "*")) {
            UUID id = Requests.id(exchange, 4);
            var team = new TeamReader(clock.instant()).team(Requests.body(exchange), id);
            return alter(exchange, tenant -> tenant.withTeam(team));
        }
        return null;
    }

    private Reply alterAccount(Exchange exchange, UUID id, DataNode change) {
        var reader = new TenantReader(clock.instant());
        return alter(
                exchange,
                tenant ->
                        tenant.withAccount(reader.changed(tenant.accounts().get(id), id, change)));
    }

    private Reply alter(Exchange exchange, UnaryOperator<Tenant> change) {
        UUID id = Requests.id(exchange, 2);
        if (tenants.find(id) == null) {
            return Reply.json(404, Map.of("error", "no tenant " + id + " in the data set"));
        }
        tenants.alter(id, change);
        return Reply.empty(204);
    }

    private List<View> views() {
        return tenants.all().stream()
                .map(tenant ->
                        new View(tenant.id(), tenant.accounts().size(), tenant.teams().size()))
                .toList();
    }

    private record View(UUID id, int accounts, int teams) {}
}
