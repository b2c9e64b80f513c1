package org.teamsavailability.mapping.connection.consent.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.teamsavailability.mapping.connection.consent.ConsentError;
import org.teamsavailability.mapping.connection.consent.FlowAddresses;
import org.teamsavailability.mapping.connection.consent.FlowProgress;
import org.teamsavailability.mapping.connection.consent.TenantConnect;
import org.teamsavailability.mapping.connection.consent.TenantNames;

/**
 * The pages after the sign-in: the question, the result and the next steps. Their addresses have no
 * query; the browser's cookie says which flow it is. So a reload, a double click and the back
 * button show how far the flow is.
 */
@Controller
class ConnectPages {

    static final String CONNECT = "/teams-availability/connect";
    static final String CONNECTED = "/teams-availability/connected";
    static final String MISSING = "/teams-availability/missing";

    private final FlowProgress progress;
    private final TenantNames names;
    private final TenantConnect link;
    private final FlowAddresses addresses;

    ConnectPages(
            FlowProgress progress, TenantNames names, TenantConnect link, FlowAddresses addresses) {
        this.progress = progress;
        this.names = names;
        this.link = link;
        this.addresses = addresses;
    }

    /** Asks whether to connect, until it is answered. */
    @GetMapping(CONNECT)
    ModelAndView question(
            @CookieValue(name = FlowCookie.NAME, required = false) @Nullable String cookie)
            throws InterruptedException {
        return switch (progress.of(cookie)) {
            case FlowProgress.Asked asked -> question(asked, String.valueOf(cookie));
            case FlowProgress.Connected _ -> seeOther(CONNECTED);
            case null -> throw ConsentError.NOTHING_OPEN.exception();
        };
    }

    private ModelAndView question(FlowProgress.Asked asked, String state)
            throws InterruptedException {
        var model = new ModelAndView("connection/connect");
        model.addObject("desk", asked.serviceDeskId());
        model.addObject("tenantId", asked.tenant().id());
        model.addObject("organization", names.of(asked.tenant()));
        model.addObject("replaced", asked.replaced());
        model.addObject("state", state);
        return model;
    }

    /** Links the tenant, or asks for its permissions again. */
    @PostMapping(CONNECT)
    ResponseEntity<Void> connect(
            @RequestParam(required = false) @Nullable String state,
            @CookieValue(name = FlowCookie.NAME, required = false) @Nullable String cookie) {
        return ConsentRedirects.redirect(
                HttpStatus.SEE_OTHER, CONNECTED, link.connect(state, cookie));
    }

    /** Shows how far the consent is. */
    @GetMapping(CONNECTED)
    ModelAndView result(
            @CookieValue(name = FlowCookie.NAME, required = false) @Nullable String cookie) {
        return switch (progress.of(cookie)) {
            case FlowProgress.Asked _ -> seeOther(CONNECT);
            case FlowProgress.Connected connected -> result(connected, String.valueOf(cookie));
            case null -> throw ConsentError.NOTHING_OPEN.exception();
        };
    }

    private ModelAndView result(FlowProgress.Connected connected, String state) {
        var connection = connected.connection();
        var model = new ModelAndView("connection/connected");
        model.addObject("heading", PermissionRow.heading(connection));
        model.addObject("desk", connection.serviceDeskId());
        model.addObject("permissions", PermissionRow.of(connection));
        model.addObject("retry", connection.isComplete() ? null : state);
        model.addObject("continueSetup", addresses.continueSetup());
        return model;
    }

    /**
     * The next steps. They are the same for everybody; only the browser that connected a desk sees
     * which one.
     */
    @GetMapping("/teams-availability/setup")
    ModelAndView setup(
            @CookieValue(name = FlowCookie.NAME, required = false) @Nullable String cookie) {
        var model = new ModelAndView("connection/setup");
        model.addObject("api", addresses.api());
        if (progress.of(cookie) instanceof FlowProgress.Connected connected) {
            model.addObject("desk", connected.connection().serviceDeskId());
            model.addObject("heading", PermissionRow.heading(connected.connection()));
        }
        return model;
    }

    /** What {@link PageSecurity} shows in place of everything else. */
    @RequestMapping(MISSING)
    ModelAndView missing() {
        throw ConsentError.NOT_FOUND.exception();
    }

    private static ModelAndView seeOther(String address) {
        var view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
