package org.teamsavailability.mapping.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.teamsavailability.mapping.server.RequestsInProgress;
import org.teamsavailability.mapping.web.AskRoutes;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemWriter;

/**
 * Lets a desk have only so many requests in progress, so that it never uses up an instance. The
 * calls of {@link AskRoutes} have a limit of their own.
 */
final class DeskLimitFilter extends OncePerRequestFilter {

    private static final int SECONDS = 2;

    private final RequestsInProgress requests;
    private final int most;
    private final ProblemWriter problems;

    DeskLimitFilter(int most, ProblemWriter problems) {
        this.requests = new RequestsInProgress(most);
        this.most = most;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (AskRoutes.isOne(request)
                || !(SecurityContextHolder.getContext().getAuthentication()
                        instanceof CallerAuthentication caller)) {
            chain.doFilter(request, response);
            return;
        }
        var desk = caller.getPrincipal().serviceDeskId();
        if (!requests.begin(desk)) {
            problems.write(request, response, tooMany());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            requests.end(desk);
        }
    }

    private Problem tooMany() {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "desk-busy",
                        "The service desk has too many requests in progress",
                        "This service desk has %d requests in progress, which is the limit. Wait for their responses, or try again in %d s."
                                .formatted(most, SECONDS))
                .retryAfter(SECONDS);
    }
}
