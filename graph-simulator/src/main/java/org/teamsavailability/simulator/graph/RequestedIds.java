package org.teamsavailability.simulator.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Ids;
import org.teamsavailability.simulator.exchange.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The ids in the body of a presence call.
 *
 * @param ids those that are GUIDs, in the order they were sent
 * @param malformed what is wrong with the body; null where nothing is
 */
record RequestedIds(List<UUID> ids, @Nullable String malformed) {

    static RequestedIds read(String body) {
        try {
            JsonNode sent = Json.MAPPER.readTree(body).path("ids");
            return sent.isArray()
                    ? read(sent)
                    : new RequestedIds(List.of(), "The property 'ids' is missing.");
        } catch (JacksonException _) {
            return new RequestedIds(List.of(), "Unable to read JSON request payload.");
        }
    }

    /** Why Graph refuses them; null where it does not. */
    @Nullable String wrong(int most) {
        if (malformed != null) {
            return malformed;
        }
        if (ids.isEmpty()) {
            return "The collection 'ids' is empty.";
        }
        return ids.size() > most
                ? "The collection 'ids' has "
                        + ids.size()
                        + " entries, at most "
                        + most
                        + " allowed."
                : null;
    }

    private static RequestedIds read(JsonNode sent) {
        List<UUID> ids = new ArrayList<>();
        String malformed = null;
        for (JsonNode node : sent) {
            UUID id = node.isString() ? Ids.guid(node.asString()) : null;
            if (id == null) {
                malformed = "An entry of 'ids' is not a GUID.";
            } else {
                ids.add(id);
            }
        }
        return new RequestedIds(ids, malformed);
    }
}
