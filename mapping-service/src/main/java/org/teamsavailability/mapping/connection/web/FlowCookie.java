package org.teamsavailability.mapping.connection.web;

import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.teamsavailability.mapping.connection.FlowState;

/**
 * Ties a consent flow to one browser. By its prefix no other host and no plain HTTP can set it;
 * browsers take it on {@code http://localhost} too, which they trust as they do HTTPS.
 */
final class FlowCookie {

    static final String NAME = "__Host-teams-availability-flow";

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private FlowCookie() {}

    /** The value of the header {@code Set-Cookie}. */
    static String of(FlowState state) {
        return cookie(state.reveal(), LIFETIME);
    }

    /** Takes the cookie away. */
    static String none() {
        return cookie("", Duration.ZERO);
    }

    /** Lax, because Microsoft's redirect comes from another site. */
    private static String cookie(String value, Duration lifetime) {
        return ResponseCookie.from(NAME, value)
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(lifetime)
                .build()
                .toString();
    }
}
