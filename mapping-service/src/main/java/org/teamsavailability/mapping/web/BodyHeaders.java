package org.teamsavailability.mapping.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses bodies of the API that say of themselves that they are not in UTF-8, or compressed. */
@Configuration
class BodyHeaders implements WebMvcConfigurer, HandlerInterceptor {

    private static final String ONLY = "utf-8";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/public-api/**", McpRoute.PATH);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && takesBody(method)) {
            check(request);
        }
        return true;
    }

    private static boolean takesBody(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(it -> it.hasParameterAnnotation(RequestBody.class));
    }

    private static void check(HttpServletRequest request) {
        var charset = charset(request.getContentType());
        if (charset != null && !ONLY.equalsIgnoreCase(charset)) {
            throw Problem.unsupportedMediaType(
                    "The body is in the charset %s, as its Content-Type says. Send it in UTF-8."
                            .formatted(JsonFaults.shown(charset)));
        }
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !"identity".equalsIgnoreCase(encoding.strip())) {
            var problem =
                    Problem.unsupportedMediaType(
                            "The body has the Content-Encoding %s. Send it without one."
                                    .formatted(JsonFaults.shown(encoding)));
            problem.headers().set(HttpHeaders.ACCEPT_ENCODING, "identity");
            throw problem;
        }
    }

    /** Null where none is named; what is no media type is refused elsewhere. */
    private static @Nullable String charset(@Nullable String contentType) {
        try {
            var charset =
                    contentType == null
                            ? null
                            : MediaType.parseMediaType(contentType).getParameter("charset");
            return charset == null ? null : charset.replace("\"", "");
        } catch (InvalidMediaTypeException _) {
            return null;
        }
    }
}
