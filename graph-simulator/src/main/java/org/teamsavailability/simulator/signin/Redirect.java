package org.teamsavailability.simulator.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;

/** The way back to the application that sent the browser, with parameters in the query. */
final class Redirect {
    private final Map<String, String> parameters = new LinkedHashMap<>();

    Redirect with(String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
        return this;
    }

    /** To the {@code redirect_uri} of the exchange. */
    Reply of(Exchange exchange) {
        String uri = "" + exchange.parameter("redirect_uri");
        String query =
                parameters.entrySet().stream()
                        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), UTF_8))
                        .collect(joining("&"));
        return Reply.empty(302)
                .with("Location", uri + (uri.contains("?") ? "&" : "?") + query)
                .with("Cache-Control", "no-store");
    }
}
