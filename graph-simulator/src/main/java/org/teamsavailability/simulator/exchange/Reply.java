package org.teamsavailability.simulator.exchange;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to an exchange.
 *
 * @param status the HTTP status
 * @param headers in addition to those that every answer has
 * @param body as text; may be empty
 */
public record Reply(int status, Map<String, String> headers, String body) {
    private static final String JSON = "application/json; charset=utf-8";

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** One whose body is this value as JSON. */
    public static Reply json(int status, Object value) {
        return new Reply(status, Map.of("Content-Type", JSON), Json.write(value));
    }

    /** One with a page for people, as gateways send it. */
    public static Reply html(int status, String page) {
        return new Reply(status, Map.of("Content-Type", "text/html; charset=utf-8"), page);
    }

    /** One without a body. */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    /** The same with one more header. */
    public Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    /** The same with another body of the same type. */
    public Reply withBody(String other) {
        return new Reply(status, headers, other);
    }
}
