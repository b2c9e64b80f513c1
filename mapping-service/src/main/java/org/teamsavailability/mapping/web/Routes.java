package org.teamsavailability.mapping.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
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
            return mapping.getObject().getHandler(request) == null
                    ? Refusals.noRoute(request)
                    : null;
        } catch (HttpRequestMethodNotSupportedException refused) {
            return Refusals.method(refused, request);
        } catch (Exception _) {
            return null;
        }
    }
}
