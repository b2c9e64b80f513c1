package org.teamsavailability.simulator.control;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.BadData;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.exchange.Route;

/** Everything under {@code /_control}. */
public final class ControlRoutes implements Route {
    /** The first segment of the paths. */
    static final String PREFIX = "_control";

    private final List<Route> routes;

    public ControlRoutes(Route... routes) {
        this.routes = List.of(routes);
    }

    @Override
    public @Nullable Reply answer(Exchange exchange) {
        if (!exchange.segments().getFirst().equals(PREFIX)) {
            return null;
        }
        try {
            for (Route route : routes) {
                Reply reply = route.answer(exchange);
                if (reply != null) {
                    return reply;
                }
            }
        } catch (BadData e) {
            return Reply.json(400, Map.of("error", "" + e.getMessage()));
        }
        String what = exchange.method() + " " + exchange.target();
        return Reply.json(404, Map.of("error", what + " is unknown; see the module's README"));
    }
}
