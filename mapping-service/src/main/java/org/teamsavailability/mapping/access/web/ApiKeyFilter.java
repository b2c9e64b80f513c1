package org.teamsavailability.mapping.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.refusal.RefusedException;
import org.teamsavailability.mapping.server.ClientNetwork;
import org.teamsavailability.mapping.web.AskRoutes;
import org.teamsavailability.mapping.web.DatabaseAway;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemWriter;
import org.teamsavailability.mapping.web.RefusalProblems;

/**
 * Finds out who calls: {@code Authorization: Bearer ta_sk_…}. A key that is not taken is refused
 * here, also where a route needs none; a request without a key continues as nobody's.
 */
final class ApiKeyFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyFilter.class);
    private static final String SCHEME = "bearer ";

    private final Function<String, @Nullable Caller> keys;
    private final RefusalProblems refusals;
    private final RateLimits limits;
    private final RateLimits limitsOfAsking;
    private final WrongKeys wrongKeys;
    private final ProblemWriter problems;

    /**
     * @param limits of requests to most routes
     * @param limitsOfAsking of requests to {@link AskRoutes}
     */
    ApiKeyFilter(
            Function<String, @Nullable Caller> keys,
            RateLimits limits,
            RateLimits limitsOfAsking,
            WrongKeys wrongKeys,
            RefusalProblems refusals,
            ProblemWriter problems) {
        this.keys = keys;
        this.refusals = refusals;
        this.limits = limits;
        this.limitsOfAsking = limitsOfAsking;
        this.wrongKeys = wrongKeys;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var presented = presented(request);
        if (presented == null) {
            chain.doFilter(request, response);
            return;
        }
        var caller = caller(presented, request, response);
        if (caller == null) {
            return;
        }
        var quota = (AskRoutes.isOne(request) ? limitsOfAsking : limits).take(caller.apiKeyId());
        quota.writeTo(response);
        if (!quota.isTaken()) {
            problems.write(request, response, tooMany(quota));
            return;
        }
        goOn(caller, request, response, chain);
    }

    /** Null where the response says why there is none. */
    private @Nullable Caller caller(
            String presented, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var address = ClientNetwork.of(request.getRemoteAddr());
        long wait = wrongKeys.secondsToWait(address, presented);
        if (wait > 0) {
            problems.write(request, response, tooManyWrong(wait));
            return null;
        }
        try {
            var caller = keys.apply(presented);
            if (caller == null) {
                wait = wrongKeys.wrong(address, presented);
                problems.write(request, response, wait > 0 ? tooManyWrong(wait) : unauthorized());
            } else {
                wrongKeys.right(presented);
            }
            return caller;
        } catch (RefusedException refused) {
            problems.write(request, response, refusals.of(refused));
            return null;
        } catch (RuntimeException failure) {
            var problem = DatabaseAway.problem(failure);
            if (problem == null) {
                throw failure;
            }
            DatabaseAway.log(LOG, "An API key could not be checked", problem);
            problems.write(request, response, problem);
            return null;
        }
    }

    private static void goOn(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(caller));
        SecurityContextHolder.setContext(context);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** The key that a request presents; null where it presents none. */
    static @Nullable String presented(HttpServletRequest request) {
        return presented(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    private static @Nullable String presented(@Nullable String header) {
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    static Problem unauthorized() {
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "unauthorized",
                "No valid API key",
                "Send an API key that was not revoked as Authorization: Bearer ta_sk_….");
    }

    private static Problem tooManyWrong(long seconds) {
        return new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-wrong-keys",
                        "Too many wrong API keys",
                        "Your address has sent too many API keys that are not valid. Correct the key, and try again in %d s."
                                .formatted(seconds))
                .retryAfter(seconds);
    }

    private static Problem tooMany(RateLimits.Quota quota) {
        return new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "Too many requests",
                        "This API key has used up its %d requests a minute. Try again in %d s."
                                .formatted(quota.perMinute(), quota.seconds()))
                .retryAfter(quota.seconds());
    }
}
