package org.teamsavailability.mapping.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id: the caller's {@code X-Request-Id}, where it is 1 to 100 letters,
 * digits, dots, dashes or underscores, else a new one. It comes back with the response and is in
 * the log.
 */
public final class RequestIdFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-Request-Id";
    private static final Pattern TAKEN = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = identify(request, response);
        MDC.put("requestId", id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("requestId");
        }
    }

    /** Gives the response its id, unless it has one; returns it. */
    public static String identify(HttpServletRequest request, HttpServletResponse response) {
        var before = response.getHeader(HEADER);
        if (before != null) {
            return before;
        }
        var id = id(request.getHeader(HEADER));
        response.setHeader(HEADER, id);
        return id;
    }

    private static String id(@Nullable String given) {
        return given != null && TAKEN.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
