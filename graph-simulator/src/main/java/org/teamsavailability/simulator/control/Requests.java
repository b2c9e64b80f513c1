package org.teamsavailability.simulator.control;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.BadData;
import org.teamsavailability.simulator.dataset.DataNode;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Ids;
import org.teamsavailability.simulator.exchange.Json;
import org.teamsavailability.simulator.journal.Call;
import tools.jackson.core.JacksonException;

/** What control requests say in addition to what data files do. */
final class Requests {
    private Requests() {}

    static DataNode body(Exchange exchange) {
        try {
            return DataNode.root("request body", Json.MAPPER.readTree(exchange.body()));
        } catch (JacksonException _) {
            throw new BadData("request body: is not JSON");
        }
    }

    static UUID id(Exchange exchange, int segment) {
        return guid("path", exchange.segments().get(segment));
    }

    static @Nullable UUID tenant(Exchange exchange) {
        String text = exchange.parameter("tenant");
        return text == null ? null : guid("tenant", text);
    }

    static @Nullable Call call(Exchange exchange) {
        String label = exchange.parameter("call");
        return label == null ? null : call("call", label);
    }

    static Call call(String field, String label) {
        Call call = Call.labelled(label);
        if (call == null) {
            throw new BadData(
                    "request: %s is '%s', allowed: %s"
                            .formatted(field, label, String.join(", ", Call.labels())));
        }
        return call;
    }

    private static UUID guid(String field, String text) {
        UUID id = Ids.guid(text);
        if (id == null) {
            throw new BadData("request: %s has '%s', allowed: a GUID".formatted(field, text));
        }
        return id;
    }
}
