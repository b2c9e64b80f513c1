package org.teamsavailability.simulator.graph;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.login.GraphHosts;
import org.teamsavailability.simulator.login.TokenClaims;
import org.teamsavailability.simulator.login.Tokens;

/** Checks the token of a call to Graph. */
public final class Bearer {
    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;

    public Bearer(Tokens tokens) {
        this.tokens = tokens;
    }

    /** What the call's token allows. */
    public Access check(Exchange exchange) {
        String authorization = exchange.header().apply("Authorization");
        if (authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return refused(null, "Access token is empty.", exchange);
        }
        TokenClaims claims = tokens.read(authorization.substring(SCHEME.length()).strip());
        if (claims == null) {
            return refused(null, "Access token validation failure.", exchange);
        }
        if (!GraphHosts.isGraph(claims.audience(), exchange.origin())) {
            return refused(claims, "Access token validation failure. Invalid audience.", exchange);
        }
        if (!exchange.arrived().isBefore(claims.expires())) {
            return refused(claims, "Lifetime validation failed, the token is expired.", exchange);
        }
        return new Access.Granted(claims);
    }

    private static Access refused(@Nullable TokenClaims claims, String message, Exchange exchange) {
        return new Access.Refused(
                claims == null ? null : claims.tenant(),
                GraphErrors.unauthorized(message, exchange));
    }
}
