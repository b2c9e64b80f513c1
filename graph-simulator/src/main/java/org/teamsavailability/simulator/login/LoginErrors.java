package org.teamsavailability.simulator.login;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;

/** The login endpoint's error bodies. */
public final class LoginErrors {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private LoginErrors() {}

    /** The refusal of this exchange with this error. */
    public static Reply of(Aadsts aadsts, Exchange exchange) {
        String timestamp = TIMESTAMP.format(exchange.arrived());
        String correlation =
                Objects.requireNonNullElseGet(
                        exchange.clientRequestId(), () -> UUID.randomUUID().toString());
        String description = description(aadsts, exchange, correlation, " ");
        var body =
                new Body(
                        aadsts.error(),
                        description,
                        List.of(aadsts.number()),
                        timestamp,
                        exchange.requestId(),
                        correlation,
                        exchange.origin() + "/error?code=" + aadsts.number());
        return Reply.json(aadsts.status(), body);
    }

    /**
     * The description of an error.
     *
     * @param separator between its parts
     */
    public static String description(Aadsts aadsts, Exchange exchange, String separator) {
        return description(aadsts, exchange, UUID.randomUUID().toString(), separator);
    }

    private static String description(
            Aadsts aadsts, Exchange exchange, String correlation, String separator) {
        return String.join(
                separator,
                "AADSTS" + aadsts.number() + ": " + aadsts.text(),
                "Trace ID: " + exchange.requestId(),
                "Correlation ID: " + correlation,
                "Timestamp: " + TIMESTAMP.format(exchange.arrived()));
    }

    @SuppressWarnings("unused") // written as JSON, in Microsoft's spelling
    private record Body(
            String error,
            String error_description,
            List<Integer> error_codes,
            String timestamp,
            String trace_id,
            String correlation_id,
            String error_uri) {}
}
