package org.teamsavailability.mapping.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.teamsavailability.mapping.web.McpRoute;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemWriter;

/**
 * Refuses requests to the MCP server that a page of another origin makes a browser send, as the
 * protocol demands against DNS rebinding. Programs send no {@code Origin}.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#security-warning">MCP,
 *     security warning</a>
 */
final class OriginFilter extends OncePerRequestFilter {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String ours;
    private final ProblemWriter problems;

    /**
     * @param publicUrl where browsers reach this service, without a path
     */
    OriginFilter(URI publicUrl, ProblemWriter problems) {
        this.ours = origin(publicUrl);
        this.problems = problems;
    }

    /** As browsers write it: without the scheme's usual port. */
    private static String origin(URI url) {
        int port = url.getPort();
        boolean isUsual = port < 0 || port == ("https".equals(url.getScheme()) ? HTTPS : HTTP);
        return url.getScheme() + "://" + url.getHost() + (isUsual ? "" : ":" + port);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && McpRoute.is(request) && !origin.equalsIgnoreCase(ours)) {
            problems.write(request, response, refused());
            return;
        }
        chain.doFilter(request, response);
    }

    private static Problem refused() {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "origin-not-allowed",
                "The origin is not allowed",
                "A page of another origin cannot call the MCP server. Use a client that sends no"
                        + " Origin header.");
    }
}
