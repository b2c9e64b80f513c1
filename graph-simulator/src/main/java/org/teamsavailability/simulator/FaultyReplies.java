package org.teamsavailability.simulator;

import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Json;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.graph.GraphErrors;
import org.teamsavailability.simulator.login.Aadsts;
import org.teamsavailability.simulator.login.LoginErrors;
import org.teamsavailability.simulator.signin.IdTokenAnswer;
import org.teamsavailability.simulator.signin.TokenDefect;
import tools.jackson.databind.node.ObjectNode;

/** The answers to calls that meet a fault. */
final class FaultyReplies {
    private FaultyReplies() {}

    static Reply of(Effect effect, RecognizedCall recognized, Exchange exchange) {
        return switch (effect) {
            case Effect.None _,
                    Effect.Hang _,
                    Effect.Truncate _,
                    Effect.Trickle _,
                    Effect.Bare _,
                    Effect.Reset _ ->
                    recognized.answer().get();
            case Effect.Status(int status, Effect.Body body) ->
                    switch (body) {
                        case JSON -> error(status, recognized, exchange);
                        case HTML -> Reply.html(status, page(status));
                        case EMPTY -> Reply.empty(status);
                    };
            case Effect.Throttle _ -> throttled(recognized, exchange);
            case Effect.LoginError(int number) -> LoginErrors.of(Aadsts.of(number), exchange);
            case Effect.IdToken(TokenDefect flaw) ->
                    recognized.answer() instanceof IdTokenAnswer answer
                            ? answer.flawed(flaw)
                            : recognized.answer().get();
            case Effect.ClaimsChallenge _ -> claimsChallenge(exchange);
            case Effect.Malformed _ -> {
                Reply answer = recognized.answer().get();
                yield answer.withBody(answer.body().replace(':', '='));
            }
            case Effect.WrongTypes _ -> Reply.json(200, WrongTypes.of(recognized.call()));
            case Effect.Huge(int bytes) -> {
                Reply answer = recognized.answer().get();
                yield answer.withBody(" ".repeat(bytes) + answer.body());
            }
            case Effect.Header(String name, String value) ->
                    recognized.answer().get().with(name, value);
            case Effect.NextLink(String url) -> linked(recognized.answer().get(), url);
        };
    }

    /** A 429 whose {@code Retry-After} is added when it is handed over. */
    static Reply throttled(RecognizedCall recognized, Exchange exchange) {
        return recognized.call().isLogin()
                ? LoginErrors.of(Aadsts.of(90055), exchange)
                : GraphErrors.throttled(exchange);
    }

    private static Reply error(int status, RecognizedCall recognized, Exchange exchange) {
        if (recognized.call().isLogin()) {
            String error = status >= 500 ? "temporarily_unavailable" : "invalid_request";
            return LoginErrors.of(
                    new Aadsts(90033, status, error, "A transient error has occurred."), exchange);
        }
        return switch (status) {
            case 401 -> GraphErrors.unauthorized("Access token validation failure.", exchange);
            case 429 -> GraphErrors.throttled(exchange);
            default -> GraphErrors.of(status, "UnknownError", "", exchange);
        };
    }

    private static Reply claimsChallenge(Exchange exchange) {
        return GraphErrors.unauthorized(
                        "Continuous access evaluation resulted in challenge.", exchange)
                .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"\", authorization_uri=\""
                                + exchange.origin()
                                + "/common/oauth2/authorize\", error=\"insufficient_claims\","
                                + " claims=\"eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ==\"");
    }

    private static Reply linked(Reply answer, String url) {
        if (Json.MAPPER.readTree(answer.body()) instanceof ObjectNode page) {
            return answer.withBody(Json.write(page.put("@odata.nextLink", url)));
        }
        return answer;
    }

    private static String page(int status) {
        return "<!DOCTYPE html><html><head><title>%1$d</title></head><body><h1>%1$d</h1><p>Our services aren't available right now.</p></body></html>"
                .formatted(status);
    }
}
