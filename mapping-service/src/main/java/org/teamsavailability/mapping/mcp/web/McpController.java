package org.teamsavailability.mapping.mcp.web;

import io.modelcontextprotocol.spec.HttpHeaders;
import io.modelcontextprotocol.spec.McpSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.McpRoute;
import org.teamsavailability.mapping.web.Problem;
import tools.jackson.databind.JsonNode;

/**
 * The route of MCP: streamable HTTP without sessions and without streams. A message is a POST, and
 * the response to a request is in the response to its POST.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Transports
 *     of MCP 2025-11-25</a>
 */
@RestController
class McpController {

    private final McpEngine engine;
    private final McpRequests requests;

    McpController(McpEngine engine, McpRequests requests) {
        this.engine = engine;
        this.requests = requests;
    }

    /** Takes a message. */
    @PostMapping(McpRoute.PATH)
    ResponseEntity<Object> take(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = HttpHeaders.PROTOCOL_VERSION, required = false)
                    @Nullable String protocolVersion,
            @RequestBody JsonNode body) {
        var request = McpMessages.request(body);
        if (request == null) {
            checkVersion(protocolVersion);
            return ResponseEntity.accepted().build();
        }
        if (!request.method().equals(McpSchema.METHOD_INITIALIZE)) {
            checkVersion(protocolVersion);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(requests.answer(caller, request));
    }

    /** A client that names none speaks a version from before the header. */
    private void checkVersion(@Nullable String version) {
        var versions = engine.protocolVersions();
        if (version != null && !versions.contains(version)) {
            throw Problem.malformed(
                    FieldError.ofHeader(
                            HttpHeaders.PROTOCOL_VERSION,
                            "names a version that is not spoken here. Use "
                                    + String.join(" or ", versions)));
        }
    }
}
