package org.teamsavailability.simulator.control;

import static org.teamsavailability.simulator.control.ControlRoutes.PREFIX;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.exchange.Route;

/** {@code GET /_control}, which says that the simulator is up, and {@code POST /_control/reset}. */
public final class OverviewRoutes implements Route {
    private final Runnable reset;

    public OverviewRoutes(Runnable reset) {
        this.reset = reset;
    }

    @Override
    public @Nullable Reply answer(Exchange exchange) {
        if (exchange.matches("GET", PREFIX)) {
            String origin = exchange.origin();
            return Reply.json(200, new Overview("up", origin, origin + "/v1.0"));
        }
        if (exchange.matches("POST", PREFIX, "reset")) {
            reset.run();
            return Reply.empty(204);
        }
        return null;
    }

    private record Overview(String status, String loginUrl, String graphUrl) {}
}
