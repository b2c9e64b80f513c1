package org.teamsavailability.simulator.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Json;
import org.teamsavailability.simulator.exchange.Reply;

/** Graph's error bodies. */
public final class GraphErrors {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private GraphErrors() {}

    /** An error in the common form. */
    public static Reply of(int status, String code, String message, Exchange exchange) {
        var inner =
                new Inner(
                        DATE.format(exchange.arrived()),
                        exchange.requestId(),
                        exchange.clientRequestId());
        return Reply.json(status, new Body(new Problem(code, message, inner)));
    }

    /** An error of Shifts, which puts its own error as JSON into the message of the common one. */
    public static Reply nested(
            int status, String code, String ownCode, String message, Exchange exchange) {
        var own = new Own(code, message, List.of(), new OwnInner(ownCode));
        return of(status, code, Json.write(new OwnBody(own)), exchange);
    }

    /** The 429 of a call too many. */
    public static Reply throttled(Exchange exchange) {
        return of(429, "TooManyRequests", "Please retry again later.", exchange);
    }

    /** The 403 of the directory for a token without the permission. */
    public static Reply denied(Exchange exchange) {
        return of(
                403,
                "Authorization_RequestDenied",
                "Insufficient privileges to complete the operation.",
                exchange);
    }

    /** The directory's 404 for an object it does not know. */
    public static Reply missing(String id, Exchange exchange) {
        return of(
                404,
                "Request_ResourceNotFound",
                "Resource '"
                        + id
                        + "' does not exist or one of its queried reference-property objects are"
                        + " not present.",
                exchange);
    }

    /** The 401 for a call without a token that is valid. */
    public static Reply unauthorized(String message, Exchange exchange) {
        return of(401, "InvalidAuthenticationToken", message, exchange)
                .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"\", authorization_uri=\""
                                + exchange.origin()
                                + "/common/oauth2/authorize\","
                                + " client_id=\"00000003-0000-0000-c000-000000000000\"");
    }

    private record Body(Problem error) {}

    private record Problem(String code, String message, Inner innerError) {}

    private record Inner(
            String date,
            @JsonProperty("request-id") String requestId,
            @JsonProperty("client-request-id") @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable String clientRequestId) {}

    private record OwnBody(Own error) {}

    private record Own(String code, String message, List<String> details, OwnInner innererror) {}

    private record OwnInner(String code) {}
}
