package org.teamsavailability.mapping.mcp.web;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.access.Caller;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stateless server of the MCP SDK, with this service's tools. It keeps nothing between two
 * requests, and runs each on the thread of its caller.
 */
final class McpEngine {

    private static final String NAME = "teams-availability";

    /** The version of the tools, which grows when their arguments or results change. */
    private static final String VERSION = "1";

    private static final String CALLER = "caller";

    /** Takes newer clients as they are: members that it does not know are left out. */
    private static final JsonMapper JSON = new JsonMapper();

    private final Handed transport = new Handed();
    private final ToolCalls calls;

    McpEngine(List<AgentTool> tools, ToolCalls calls) {
        this.calls = calls;
        McpServer.sync(transport)
                .serverInfo(NAME, VERSION)
                .instructions(ToolDescriptions.instructions())
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .tools(tools.stream().map(this::specification).toList())
                .jsonMapper(new JacksonMcpJsonMapper(JSON))
                .jsonSchemaValidator(new CheckedByTools())
                .validateToolInputs(false)
                .immediateExecution(true)
                .build();
    }

    private SyncToolSpecification specification(AgentTool tool) {
        return new SyncToolSpecification(
                ToolDescriptions.of(tool), (context, request) -> call(tool, context, request));
    }

    private CallToolResult call(
            AgentTool tool, McpTransportContext context, CallToolRequest request) {
        Map<String, Object> given = request.arguments();
        JsonNode arguments = JSON.valueToTree(given == null ? Map.of() : given);
        return calls.call(tool, (Caller) context.get(CALLER), arguments);
    }

    /** The protocol's versions, the oldest first. */
    List<String> protocolVersions() {
        return transport.protocolVersions();
    }

    /** Answers a request of a caller. */
    JSONRPCResponse answer(Caller caller, JSONRPCRequest request) {
        var context = McpTransportContext.create(Map.of(CALLER, caller));
        return Objects.requireNonNull(
                transport.handler().handleRequest(context, request).block(),
                "Each request has a response");
    }

    /** How the route hands requests over. */
    private static final class Handed implements McpStatelessServerTransport {

        private @Nullable McpStatelessServerHandler handler;

        @Override
        public void setMcpHandler(McpStatelessServerHandler given) {
            handler = given;
        }

        McpStatelessServerHandler handler() {
            return Objects.requireNonNull(handler);
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }
    }

    /** Each tool checks its arguments as the routes do, and tests hold results to the schemas. */
    private static final class CheckedByTools implements JsonSchemaValidator {

        @Override
        public ValidationResponse validate(Map<String, Object> schema, Object structuredContent) {
            return ValidationResponse.asValid("");
        }
    }
}
