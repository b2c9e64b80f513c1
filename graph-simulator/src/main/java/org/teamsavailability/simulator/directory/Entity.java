package org.teamsavailability.simulator.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;

/** Answers with their context in front. */
final class Entity {
    private Entity() {}

    static Reply reply(
            Exchange exchange, String context, Map<String, ? extends @Nullable Object> rest) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("@odata.context", exchange.origin() + "/v1.0/$metadata#" + context);
        body.putAll(rest);
        return Reply.json(200, body);
    }
}
