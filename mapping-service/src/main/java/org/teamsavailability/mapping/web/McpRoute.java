package org.teamsavailability.mapping.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The route of the MCP server, which is no part of the contract: the protocol describes it. */
public final class McpRoute {

    /** Its path. */
    public static final String PATH = "/mcp";

    private static final PathPattern PATTERN = PathPatternParser.defaultInstance.parse(PATH);

    private McpRoute() {}

    /** Whether the request goes there, also with a letter encoded in percent. */
    public static boolean is(HttpServletRequest request) {
        return PATTERN.matches(ServletRequestPathUtils.parse(request).pathWithinApplication());
    }
}
