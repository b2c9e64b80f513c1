package org.teamsavailability.mapping.connection.consent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import org.teamsavailability.mapping.connection.consent.FlowState;

/**
 * Ties a consent flow to one browser. By its prefix no other host and no plain HTTP can set it;
 * browsers take it on {@code http://localhost} too, which they trust as they do HTTPS.
 */
final class FlowCookie {

    static final String NAME = "__Host-teams-availability-flow";

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private FlowCookie() {}

    /** The value of the header {@code Set-Cookie}. Lax, as Microsoft redirects from its site. */
    static String of(FlowState state) {
        return ResponseCookie.from(NAME, state.reveal())
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(LIFETIME)
                .build()
                .toString();
    }

    /** What this browser brings; null where it has none. */
    static @Nullable String in(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? null : cookie.getValue();
    }
}
