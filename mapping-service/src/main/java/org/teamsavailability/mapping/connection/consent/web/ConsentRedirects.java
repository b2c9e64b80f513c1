package org.teamsavailability.mapping.connection.consent.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.teamsavailability.mapping.connection.consent.AdministratorSignIn;
import org.teamsavailability.mapping.connection.consent.ConsentStart;
import org.teamsavailability.mapping.connection.consent.FlowState;

/**
 * Takes Microsoft's two redirects. Both lead on at once, so that no page has their query in its
 * address. An error counts first: it comes with {@code admin_consent=True} too.
 */
@Controller
@RequestMapping("/teams-availability")
class ConsentRedirects {

    private final ConsentStart flow;
    private final AdministratorSignIn administrators;

    ConsentRedirects(ConsentStart flow, AdministratorSignIn administrators) {
        this.flow = flow;
        this.administrators = administrators;
    }

    /** Leads on to Microsoft's sign-in. */
    @GetMapping("/consent")
    ResponseEntity<Void> consent(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(name = "error_description", required = false)
                    @Nullable String description,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(name = "admin_consent", required = false) @Nullable String adminConsent,
            @RequestParam(required = false) @Nullable String tenant) {
        if (error != null) {
            throw flow.notConsented(state, MicrosoftError.note(error, description));
        }
        var page = flow.consented(state, adminConsent, tenant);
        return redirect(HttpStatus.FOUND, page.url().toString(), page.state());
    }

    /** Leads on to the page that asks whether to connect. */
    @GetMapping("/sign-in")
    ResponseEntity<Void> signIn(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(name = "error_description", required = false)
                    @Nullable String description,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @CookieValue(name = FlowCookie.NAME, required = false) @Nullable String cookie)
            throws InterruptedException {
        if (error != null) {
            throw administrators.notSignedIn(
                    state, cookie, MicrosoftError.note(error, description));
        }
        var question = administrators.signedIn(state, cookie, code);
        return redirect(HttpStatus.SEE_OTHER, ConnectPages.CONNECT, question);
    }

    /** A relative address stays in the origin that the browser knows, behind any proxy. */
    static ResponseEntity<Void> redirect(HttpStatus status, String address, FlowState cookie) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.SET_COOKIE, FlowCookie.of(cookie))
                .build();
    }
}
