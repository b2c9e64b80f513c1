package org.teamsavailability.mapping.mcp.web;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.ListToolsResult;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.web.JsonFaults;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers requests of MCP. The SDK's server gets those alone that it can read, because it would
 * show the text of a Java exception to an agent; and agents see the tools alone that their key
 * opens.
 */
final class McpRequests {

    private static final Logger LOG = LoggerFactory.getLogger(McpRequests.class);
    private static final List<String> METHODS =
            List.of(
                    McpSchema.METHOD_INITIALIZE,
                    McpSchema.METHOD_PING,
                    McpSchema.METHOD_TOOLS_LIST,
                    McpSchema.METHOD_TOOLS_CALL);

    private final McpEngine engine;
    private final Map<String, AgentTool> tools;

    McpRequests(McpEngine engine, List<AgentTool> tools) {
        var byName = new TreeMap<String, AgentTool>();
        tools.forEach(tool -> byName.put(tool.name(), tool));
        this.engine = engine;
        this.tools = Collections.unmodifiableMap(byName);
    }

    /** The response to a request. */
    JSONRPCResponse answer(Caller caller, JSONRPCRequest request) {
        var wrong = wrong(request);
        if (wrong != null) {
            return JSONRPCResponse.error(request.id(), wrong);
        }
        try {
            var response = engine.answer(caller, read(request));
            if (response.error() != null) {
                LOG.atError()
                        .setMessage("A request of MCP failed")
                        .addKeyValue("code", response.error().code())
                        .log();
                return failed(request);
            }
            return response.result() instanceof ListToolsResult all
                    ? JSONRPCResponse.result(request.id(), opened(all, caller))
                    : response;
        } catch (RuntimeException failure) {
            LOG.error("A request of MCP failed", failure);
            return failed(request);
        }
    }

    private static JSONRPCResponse failed(JSONRPCRequest request) {
        return JSONRPCResponse.error(
                request.id(),
                new JSONRPCError(McpSchema.ErrorCodes.INTERNAL_ERROR, ToolCalls.internalError()));
    }

    /** Leaves out what the server does not use, such as the capabilities of a client. */
    private static JSONRPCRequest read(JSONRPCRequest request) {
        if (!(request.params() instanceof ObjectNode given)) {
            return request;
        }
        var params = given.deepCopy().retain("protocolVersion", "clientInfo", "name", "arguments");
        if (params.get("clientInfo") instanceof ObjectNode client) {
            client.retain("name", "version");
            params.putObject("capabilities");
        }
        return new JSONRPCRequest(request.method(), request.id(), params);
    }

    private ListToolsResult opened(ListToolsResult all, Caller caller) {
        return ListToolsResult.builder(
                        all.tools().stream().filter(it -> isOpen(it.name(), caller)).toList())
                .build();
    }

    private boolean isOpen(String name, Caller caller) {
        var tool = tools.get(name);
        return tool != null && caller.scopes().contains(tool.scope());
    }

    private @Nullable JSONRPCError wrong(JSONRPCRequest request) {
        if (!METHODS.contains(request.method())) {
            return new JSONRPCError(
                    McpSchema.ErrorCodes.METHOD_NOT_FOUND,
                    "The method \"%s\" is not available. Use %s."
                            .formatted(
                                    JsonFaults.shown(request.method()),
                                    String.join(", ", METHODS)));
        }
        var params = request.params() instanceof JsonNode it ? it : MissingNode.getInstance();
        var why =
                switch (request.method()) {
                    case McpSchema.METHOD_INITIALIZE -> wrongInInitialize(params);
                    case McpSchema.METHOD_TOOLS_CALL -> wrongInCall(params);
                    default -> null;
                };
        return why == null ? null : new JSONRPCError(McpSchema.ErrorCodes.INVALID_PARAMS, why);
    }

    private static @Nullable String wrongInInitialize(JsonNode params) {
        if (!params.path("protocolVersion").isString()) {
            return "/params/protocolVersion must be a string, such as 2025-11-25.";
        }
        var client = params.path("clientInfo");
        return client.path("name").isString() && client.path("version").isString()
                ? null
                : "/params/clientInfo must have a name and a version.";
    }

    private @Nullable String wrongInCall(JsonNode params) {
        var name = params.path("name");
        if (!name.isString() || !tools.containsKey(name.asString())) {
            return "/params/name is \"%s\", but must be one of %s."
                    .formatted(
                            JsonFaults.shown(name.asString("")), String.join(", ", tools.keySet()));
        }
        return params.has("arguments") ? wrongInObject(params, "arguments") : null;
    }

    private static @Nullable String wrongInObject(JsonNode params, String name) {
        return params.path(name).isObject() ? null : "/params/" + name + " must be an object.";
    }
}
