package org.teamsavailability.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.teamsavailability.simulator.exchange.Exchange;

/** Reads requests from the server. */
final class Exchanges {
    private Exchanges() {}

    static Exchange read(Request request, Clock clock) throws IOException {
        var uri = request.getHttpURI();
        String body = Content.Source.asString(request, UTF_8);
        return new Exchange(
                request.getMethod(),
                segments(uri.getPath()),
                uri.getPathQuery(),
                query(request),
                request.getHeaders()::get,
                body,
                uri.getScheme() + "://" + uri.getAuthority(),
                clock.instant(),
                UUID.randomUUID().toString());
    }

    private static List<String> segments(String path) {
        // a trailing slash is as good as none
        String trimmed = path.replaceFirst("^/", "").replaceFirst("/+$", "");
        return Arrays.stream(trimmed.split("/", -1))
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), UTF_8))
                .toList();
    }

    private static Map<String, List<String>> query(Request request) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        Request.extractQueryParameters(request)
                .forEach(field -> query.put(field.getName(), field.getValues()));
        return query;
    }
}
