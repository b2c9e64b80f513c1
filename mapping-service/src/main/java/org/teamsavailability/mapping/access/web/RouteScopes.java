package org.teamsavailability.mapping.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.web.AskRoutes;
import org.teamsavailability.mapping.web.McpRoute;

/**
 * The scopes that open a route of the public API; a key needs one of them. What is not listed here
 * is open to {@code read} where the method is GET, and else to {@code write}.
 */
final class RouteScopes {

    private static final List<Route> LISTED =
            List.of(
                    route(HttpMethod.POST, McpRoute.PATH, Scope.READ, Scope.ASK),
                    route(HttpMethod.POST, AskRoutes.PATH, Scope.ASK),
                    route(HttpMethod.GET, AskRoutes.PATH + "/{requestId}", Scope.ASK),
                    route(
                            HttpMethod.POST,
                            "/public-api/instructions/check",
                            Scope.READ,
                            Scope.ASK));

    private record Route(String method, PathPattern path, Set<Scope> scopes) {}

    private RouteScopes() {}

    private static Route route(HttpMethod method, String path, Scope first, Scope... others) {
        return new Route(
                method.name(),
                PathPatternParser.defaultInstance.parse(path),
                Collections.unmodifiableSet(EnumSet.of(first, others)));
    }

    /** Looks at the path as the routes do: split before it is decoded. */
    static Set<Scope> of(HttpServletRequest request) {
        return of(
                request.getMethod(),
                ServletRequestPathUtils.parse(request).pathWithinApplication());
    }

    /**
     * The same for a route.
     *
     * @param template its path, such as {@code /public-api/api-keys/{id}}
     */
    static Set<Scope> of(String method, String template) {
        return of(method, PathContainer.parsePath(template));
    }

    /** In the order of the constants. */
    private static Set<Scope> of(String method, PathContainer path) {
        return LISTED.stream()
                .filter(route -> route.method().equals(method) && route.path().matches(path))
                .findFirst()
                .map(Route::scopes)
                .orElseGet(() -> Set.of(HttpMethod.GET.matches(method) ? Scope.READ : Scope.WRITE));
    }
}
