package org.teamsavailability.simulator.signin;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Consent;
import org.teamsavailability.simulator.dataset.Tenants;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.login.Aadsts;
import org.teamsavailability.simulator.login.LoginErrors;

/**
 * {@code GET /{tenant}/v2.0/adminconsent}, and {@code GET /{tenant}/adminconsent} of the first
 * version: accepting grants the tenant's consent, with the permissions of the registration.
 */
public final class ConsentEndpoint implements Endpoint {
    private static final PageText TEXT =
            new PageText(
                    "Permissions requested",
                    "Accept for your organisation what this application asks for?",
                    "Accept");
    private static final String GRAPH = "https://graph.microsoft.com/";

    private final Pages pages;
    private final Tenants tenants;

    public ConsentEndpoint(Pages pages, Tenants tenants) {
        this.pages = pages;
        this.tenants = tenants;
    }

    @Override
    public @Nullable RecognizedCall understand(Exchange exchange) {
        if (exchange.matches("GET", "*", "v2.0", "adminconsent")) {
            return pages.recognized(
                    exchange,
                    Call.CONSENT,
                    TEXT,
                    List.of("client_id", "scope", "redirect_uri"),
                    (person, accepts) -> answer(exchange, person, accepts, true));
        }
        if (exchange.matches("GET", "*", "adminconsent")) {
            return pages.recognized(
                    exchange,
                    Call.CONSENT,
                    TEXT,
                    List.of("client_id", "redirect_uri"),
                    (person, accepts) -> answer(exchange, person, accepts, false));
        }
        return null;
    }

    private Reply answer(Exchange exchange, Person person, boolean accepts, boolean second) {
        if (!accepts) {
            return second
                    ? refused(exchange, "consent_required", 65004)
                    : new Redirect()
                            .with("error", "permission_denied")
                            .with("error_description", "The admin canceled the request")
                            .with("state", exchange.parameter("state"))
                            .of(exchange);
        }
        if (!person.mayConsent()) {
            return refused(exchange, "access_denied", 90094);
        }
        var granted = person.tenant().registration().permissions();
        tenants.alter(
                person.tenant().id(),
                tenant -> tenant.withConsent(Consent.GRANTED).withPermissions(granted));
        String scope =
                second ? granted.stream().sorted().map(GRAPH::concat).collect(joining(" ")) : null;
        return new Redirect()
                .with("admin_consent", "True")
                .with("tenant", person.tenant().id().toString())
                .with("scope", scope)
                .with("state", exchange.parameter("state"))
                .of(exchange);
    }

    /** Says that there was a consent, too: the error alone tells that there was none. */
    private static Reply refused(Exchange exchange, String error, int number) {
        return new Redirect()
                .with("admin_consent", "True")
                .with("error", error)
                .with(
                        "error_description",
                        LoginErrors.description(Aadsts.of(number), exchange, "\r\n"))
                .with("state", exchange.parameter("state"))
                .of(exchange);
    }
}
