package org.teamsavailability.mapping.connection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.mapping.connection.AdministratorCheck;
import org.teamsavailability.mapping.connection.Connection;
import org.teamsavailability.mapping.connection.ConsentFlow;
import org.teamsavailability.mapping.connection.ConsentState;
import org.teamsavailability.mapping.connection.FlowAddresses;
import org.teamsavailability.mapping.connection.FlowRefusal;
import org.teamsavailability.mapping.connection.TenantLink;

/** What an administrator's browser sees between Microsoft's consent page and "Continue setup". */
@Controller
@RequestMapping("/teams-availability")
class ConsentPages {

    private final ConsentFlow flow;
    private final AdministratorCheck administrators;
    private final TenantLink link;
    private final URI continueSetup;

    ConsentPages(
            ConsentFlow flow,
            AdministratorCheck administrators,
            TenantLink link,
            FlowAddresses addresses) {
        this.flow = flow;
        this.administrators = administrators;
        this.link = link;
        this.continueSetup = addresses.continueSetup();
    }

    /** A permission on its page. */
    record Row(String name, boolean granted) {}

    /** Takes Microsoft's redirect; an error comes with {@code admin_consent=True} too. */
    @GetMapping("/consent")
    ResponseEntity<Void> consent(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(name = "error_description", required = false)
                    @Nullable String description,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(name = "admin_consent", required = false) @Nullable String adminConsent,
            @RequestParam(required = false) @Nullable String tenant) {
        MicrosoftError.refuse(FlowRefusal.NOT_CONSENTED, error, description);
        var page = flow.consented(state, adminConsent, tenant);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(page.url())
                .header(HttpHeaders.SET_COOKIE, FlowCookie.of(page.state()))
                .build();
    }

    /** Takes Microsoft's redirect, and asks. */
    @GetMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(name = "error_description", required = false)
                    @Nullable String description,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @CookieValue(name = FlowCookie.NAME, required = false) @Nullable String cookie,
            HttpServletResponse response)
            throws InterruptedException {
        MicrosoftError.refuse(FlowRefusal.NOT_SIGNED_IN, error, description);
        var question = administrators.signedIn(state, cookie, code);
        response.addHeader(HttpHeaders.SET_COOKIE, FlowCookie.of(question.state()));
        var model = new ModelAndView("connection/connect");
        model.addObject("desk", question.serviceDeskId());
        model.addObject("tenantId", question.microsoftTenantId());
        model.addObject("organization", question.organization());
        model.addObject("replaced", question.replaced());
        model.addObject("state", question.state().reveal());
        return model;
    }

    /** Links the tenant, and says how far the consent is. */
    @PostMapping("/connect")
    ModelAndView connect(
            @RequestParam(required = false) @Nullable String state,
            @CookieValue(name = FlowCookie.NAME, required = false) @Nullable String cookie,
            HttpServletResponse response) {
        var linked = link.connect(state, cookie);
        var retry = linked.retry();
        response.addHeader(
                HttpHeaders.SET_COOKIE, retry == null ? FlowCookie.none() : FlowCookie.of(retry));
        var connection = linked.connection();
        var model = new ModelAndView("connection/connected");
        model.addObject("desk", connection.serviceDeskId());
        model.addObject("granted", connection.consent() == ConsentState.GRANTED);
        model.addObject("permissions", rows(connection));
        model.addObject("retry", retry == null ? null : retry.reveal());
        model.addObject("continueSetup", continueSetup);
        return model;
    }

    private static List<Row> rows(Connection connection) {
        return Arrays.stream(GraphPermission.values())
                .map(it -> new Row(it.role(), connection.permissions().contains(it)))
                .toList();
    }

    static ModelAndView refused(FlowRefusal refusal, String note) {
        return new ModelAndView(
                "connection/refused",
                Map.of("title", refusal.title(), "wayOut", refusal.wayOut(), "note", note),
                HttpStatus.valueOf(refusal.status()));
    }
}
