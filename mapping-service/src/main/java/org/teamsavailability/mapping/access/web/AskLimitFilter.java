package org.teamsavailability.mapping.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.teamsavailability.mapping.access.ApiKeySecret;
import org.teamsavailability.mapping.server.RequestsInProgress;
import org.teamsavailability.mapping.web.AskRoutes;
import org.teamsavailability.mapping.web.ProblemWriter;

/**
 * Lets one API key have only so many calls of {@link AskRoutes} in progress. It looks at what a
 * request presents, before the database is asked whose key it is: so a flood of calls with one key
 * costs other desks no connection to the database.
 */
final class AskLimitFilter extends OncePerRequestFilter {

    private final RequestsInProgress calls;
    private final int most;
    private final ProblemWriter problems;

    AskLimitFilter(int most, ProblemWriter problems) {
        this.calls = new RequestsInProgress(most);
        this.most = most;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var presented = AskRoutes.isOne(request) ? ApiKeyFilter.presented(request) : null;
        if (presented == null || ApiKeySecret.of(presented) == null) {
            chain.doFilter(request, response);
            return;
        }
        if (!calls.begin(presented)) {
            problems.write(request, response, AskRoutes.tooManyWaiting(most, true));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            calls.end(presented);
        }
    }
}
