package org.teamsavailability.schemas.json;

import java.time.Instant;
import java.util.function.Supplier;
import org.teamsavailability.schemas.DispatchRequested;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads requests from JSON; {@code requestId} and {@code requestedAt} may be left out. */
public final class Requests {

    private final RecordReader reader;
    private final Supplier<String> newId;
    private final Supplier<Instant> now;

    /**
     * @param newId gives a request without an id one
     * @param now gives a request without {@code requestedAt} one
     */
    public Requests(RecordReader reader, Supplier<String> newId, Supplier<Instant> now) {
        this.reader = reader;
        this.newId = newId;
        this.now = now;
    }

    /**
     * Reads one request.
     *
     * @throws InvalidJsonException if the JSON is not of the record's form; names the field
     */
    public DispatchRequested one(JsonNode json) {
        return reader.read(
                DispatchRequested.class,
                json instanceof ObjectNode object ? completed(object) : json);
    }

    private ObjectNode completed(ObjectNode given) {
        var request = JsonNodeFactory.instance.objectNode();
        request.setAll(given);
        if (!request.has("requestId")) {
            request.put("requestId", newId.get());
        }
        if (!request.has("requestedAt")) {
            request.put("requestedAt", now.get().toString());
        }
        return request;
    }
}
