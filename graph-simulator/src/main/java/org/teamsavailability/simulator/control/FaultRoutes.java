package org.teamsavailability.simulator.control;

import static org.teamsavailability.simulator.control.ControlRoutes.PREFIX;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.BadData;
import org.teamsavailability.simulator.dataset.DataNode;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.exchange.Route;
import org.teamsavailability.simulator.fault.Fault;
import org.teamsavailability.simulator.fault.Faults;

/** {@code /_control/faults}: what goes wrong on purpose. */
public final class FaultRoutes implements Route {
    private static final String FAULTS = "faults";

    private final Faults faults;

    public FaultRoutes(Faults faults) {
        this.faults = faults;
    }

    @Override
    public @Nullable Reply answer(Exchange exchange) {
        if (exchange.matches("POST", PREFIX, FAULTS)) {
            return Reply.json(201, FaultView.of(set(Requests.body(exchange))));
        }
        if (exchange.matches("GET", PREFIX, FAULTS)) {
            return Reply.json(
                    200, Map.of(FAULTS, faults.set().stream().map(FaultView::of).toList()));
        }
        if (exchange.matches("DELETE", PREFIX, FAULTS)) {
            UUID tenant = Requests.tenant(exchange);
            faults.clear(fault -> tenant == null || tenant.equals(fault.scope().tenant()));
            return Reply.empty(204);
        }
        if (exchange.matches("DELETE", PREFIX, FAULTS, "*")) {
            String id = exchange.segments().getLast();
            int cleared = faults.clear(fault -> Long.toString(fault.id()).equals(id));
            return Reply.empty(cleared == 0 ? 404 : 204);
        }
        return null;
    }

    private Fault set(DataNode request) {
        try {
            return FaultReader.read(request, faults);
        } catch (BadData e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new BadData("request body: " + e.getMessage());
        }
    }
}
