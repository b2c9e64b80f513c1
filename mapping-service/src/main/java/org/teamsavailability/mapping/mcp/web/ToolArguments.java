package org.teamsavailability.mapping.mcp.web;

import org.teamsavailability.mapping.web.JsonFaults;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the arguments of tools as strictly as the routes of the API read their bodies. */
final class ToolArguments {

    private final JsonMapper json;

    ToolArguments(JsonMapper json) {
        this.json = json;
    }

    /**
     * The arguments as a record.
     *
     * @throws org.teamsavailability.mapping.web.Problem a 400 that names the argument
     */
    <T> T read(JsonNode arguments, Class<T> type) {
        try {
            return json.treeToValue(arguments, type);
        } catch (JacksonException fault) {
            throw JsonFaults.problem(fault);
        }
    }
}
