package org.teamsavailability.mapping.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Tells whether a request names a route of the API at all, so that a key without the scope of a
 * method is told that the path or the method is wrong.
 */
@Component
public class Routes {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    Routes(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** A 404 or a 405; null where a route takes the request. */
    public @Nullable Problem refusal(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            return mapping.getObject().getHandler(request) == null ? noRoute(request) : null;
        } catch (HttpRequestMethodNotSupportedException refused) {
            return method(refused, request);
        } catch (Exception _) {
            // a route that refuses something else, such as a media type: it says so when it is
            // called
            return null;
        }
    }

    /** The path is no route of the API. */
    static Problem noRoute(HttpServletRequest request) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                "There is no route %s %s. GET /public-api/openapi.json lists the routes."
                        .formatted(
                                JsonFaults.shown(request.getMethod()),
                                JsonFaults.shown(request.getRequestURI())));
    }

    /** The route takes other methods, which {@code Allow} names. */
    static Problem method(
            HttpRequestMethodNotSupportedException refused, HttpServletRequest request) {
        var allowed = refused.getSupportedMethods();
        var names =
                allowed == null
                        ? "another method"
                        : String.join(", ", Arrays.stream(allowed).sorted().toList());
        var problem =
                new Problem(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "Method not allowed",
                        "%s is not possible at %s. Use %s."
                                .formatted(
                                        JsonFaults.shown(refused.getMethod()),
                                        JsonFaults.shown(request.getRequestURI()),
                                        names));
        problem.headers().putAll(refused.getHeaders());
        return problem;
    }
}
