package org.teamsavailability.mapping.mcp.web;

import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;
import tools.jackson.databind.JsonNode;

/**
 * Messages of JSON-RPC, as bodies of the route.
 *
 * @see <a href="https://www.jsonrpc.org/specification">JSON-RPC 2.0</a>
 */
final class McpMessages {

    private static final String VERSION = "2.0";

    private McpMessages() {}

    /**
     * The request in a body; null for a notification, which gets no response.
     *
     * @throws Problem a 400 that names the place
     */
    static @Nullable JSONRPCRequest request(JsonNode body) {
        require(
                body.isObject(),
                "",
                body.isArray()
                        ? "is an array. Send each message in a request of its own"
                        : "must be an object");
        require(
                VERSION.equals(body.path("jsonrpc").asString("")),
                "/jsonrpc",
                "must be \"" + VERSION + "\"");
        require(
                body.path("method").isString(),
                "/method",
                "is missing or no string. Send a request or a notification; this server asks"
                        + " nothing, so it takes no response");
        var params = body.get("params");
        require(
                params == null || params.isNull() || params.isObject(),
                "/params",
                "must be an object");
        var id = body.get("id");
        return id == null
                ? null
                : new JSONRPCRequest(
                        VERSION,
                        body.get("method").asString(),
                        id(id),
                        params == null || params.isNull() ? null : params);
    }

    private static Object id(JsonNode id) {
        require(
                id.isString() || (id.isIntegralNumber() && id.canConvertToLong()),
                "/id",
                "must be a string or an integer of at most 64 bits");
        return id.isString() ? id.asString() : (Object) id.asLong();
    }

    private static void require(boolean isRight, String pointer, String wrong) {
        if (!isRight) {
            throw Problem.malformed(FieldError.at(pointer, wrong));
        }
    }
}
