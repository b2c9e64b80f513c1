package org.teamsavailability.simulator.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.login.Aadsts;
import org.teamsavailability.simulator.login.LoginErrors;

/** {@code GET /{tenant}/oauth2/v2.0/authorize} with the code flow and PKCE by S256. */
public final class AuthorizeEndpoint implements Endpoint {
    private static final PageText TEXT = new PageText("Sign in", "Who are you?", "Sign in");

    private final Pages pages;
    private final Codes codes;

    public AuthorizeEndpoint(Pages pages, Codes codes) {
        this.pages = pages;
        this.codes = codes;
    }

    @Override
    public @Nullable RecognizedCall understand(Exchange exchange) {
        return exchange.matches("GET", "*", "oauth2", "v2.0", "authorize")
                ? pages.recognized(
                        exchange,
                        Call.AUTHORIZE,
                        TEXT,
                        List.of("client_id", "redirect_uri", "response_type", "scope"),
                        (person, accepts) -> answer(exchange, person, accepts))
                : null;
    }

    private Reply answer(Exchange exchange, Person person, boolean accepts) {
        if (!isCodeFlow(exchange)) {
            return refused(exchange, "invalid_request", 9002313);
        }
        return accepts
                ? new Redirect()
                        .with("code", codes.issue(code(exchange, person), exchange.arrived()))
                        .with("state", exchange.parameter("state"))
                        .with("session_state", UUID.randomUUID().toString())
                        .of(exchange)
                : refused(exchange, "access_denied", 65004);
    }

    private static boolean isCodeFlow(Exchange exchange) {
        String challenge = exchange.parameter("code_challenge");
        return "code".equals(exchange.parameter("response_type"))
                && "query".equals(parameter(exchange, "response_mode", "query"))
                && Arrays.asList(parameter(exchange, "scope", "").split(" ", -1)).contains("openid")
                && (challenge == null
                        || "S256".equals(exchange.parameter("code_challenge_method")));
    }

    private static Code code(Exchange exchange, Person person) {
        return new Code(
                person.tenant().id(),
                person.account().id(),
                parameter(exchange, "client_id", ""),
                parameter(exchange, "redirect_uri", ""),
                parameter(exchange, "scope", ""),
                exchange.parameter("nonce"),
                exchange.parameter("code_challenge"),
                exchange.arrived().plus(Codes.LIFETIME));
    }

    private static Reply refused(Exchange exchange, String error, int number) {
        return new Redirect()
                .with("error", error)
                .with(
                        "error_description",
                        LoginErrors.description(Aadsts.of(number), exchange, "\r\n"))
                .with("state", exchange.parameter("state"))
                .of(exchange);
    }

    private static String parameter(Exchange exchange, String name, String fallback) {
        return Objects.requireNonNullElse(exchange.parameter(name), fallback);
    }
}
