package org.teamsavailability.simulator.control;

import static org.teamsavailability.simulator.control.ControlRoutes.PREFIX;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.DataNode;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.exchange.Route;
import org.teamsavailability.simulator.signin.Keys;
import org.teamsavailability.simulator.signin.Visitor;

/**
 * {@code /_control/visitor}: who stands in front of the pages; {@code POST /_control/keys}: a new
 * key for ID tokens.
 */
public final class SignInRoutes implements Route {
    private static final String VISITOR = "visitor";

    private final AtomicReference<@Nullable Visitor> visitor;
    private final Keys keys;

    public SignInRoutes(AtomicReference<@Nullable Visitor> visitor, Keys keys) {
        this.visitor = visitor;
        this.keys = keys;
    }

    @Override
    public @Nullable Reply answer(Exchange exchange) {
        if (exchange.matches("PUT", PREFIX, VISITOR)) {
            DataNode request = Requests.body(exchange).only("as", "answer");
            boolean accepts =
                    request.choice(
                            "answer", true, new TreeMap<>(Map.of("accept", true, "cancel", false)));
            visitor.set(new Visitor(request.required("as"), accepts));
            return Reply.empty(204);
        }
        if (exchange.matches("DELETE", PREFIX, VISITOR)) {
            visitor.set(null);
            return Reply.empty(204);
        }
        if (exchange.matches("POST", PREFIX, "keys")) {
            keys.rotate();
            return Reply.empty(204);
        }
        return null;
    }
}
