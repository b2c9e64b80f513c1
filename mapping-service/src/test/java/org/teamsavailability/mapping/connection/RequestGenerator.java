package org.teamsavailability.mapping.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Makes requests of the operations of the contract, right ones and wrong ones; the same for the
 * same seed.
 */
final class RequestGenerator {

    /** A request, but for the key. */
    static final class Request {

        private final String method;
        private final String target;
        private final List<String> headers;
        private final byte[] body;

        Request(String method, String target, List<String> headers, byte[] body) {
            this.method = method;
            this.target = target;
            this.headers = List.copyOf(headers);
            this.body = body;
        }

        String method() {
            return method;
        }

        Answer send(RawHttp http, String key) {
            var all = new ArrayList<>(headers);
            all.add("Authorization: Bearer " + key);
            return http.send(method, target, all, body);
        }

        @Override
        public String toString() {
            var text = new String(body, UTF_8);
            return "%s %.300s %s %.300s".formatted(method, target, headers, text);
        }
    }

    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "FOO");
    private static final List<String> MEDIA_TYPES =
            List.of(
                    "text/plain",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/json;charset=utf-16",
                    "*/*",
                    "nonsense",
                    "text/csv; charset=iso-8859-1",
                    "");
    private static final List<String> ACCEPTED =
            List.of("*/*", "application/json", "text/html", "application/problem+json", "a/b", "x");

    private final Random random;
    private final BodyGenerator bodies;

    RequestGenerator(Random random, Contract contract) {
        this.random = random;
        this.bodies = new BodyGenerator(random, contract);
    }

    Request of(Contract.Operation operation) {
        var headers = new ArrayList<String>();
        var query = new ArrayList<String>();
        var path = operation.path();
        for (var parameter : operation.node().path("parameters")) {
            var name = parameter.path("name").asString();
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", inPath(parameter));
                case "query" -> {
                    if (name.equals("wait") && random.nextInt(3) > 0) {
                        query.add("wait=0"); // no answer comes here
                    } else if (random.nextInt(3) > 0 || name.equals("wait")) {
                        query.add(name + "=" + value(parameter.path("schema")));
                    }
                }
                default -> {
                    if (random.nextBoolean()) {
                        headers.add(name + ": " + header());
                    }
                }
            }
        }
        if (random.nextInt(8) == 0) {
            query.add(encoded(bodies.oddText()) + "=" + encoded(bodies.oddText()));
        }
        if (random.nextInt(12) == 0) {
            query.add(
                    pick(List.of("limit=%zz", "%", "q=%ff%fe", "a%00b=1", "=", "&&", "q=%e0%80")));
        }
        if (random.nextInt(6) == 0) {
            headers.add("Accept: " + pick(ACCEPTED));
        }
        if (random.nextInt(6) == 0) {
            headers.add("X-Request-Id: " + pick(List.of("mine-1", "ü", "a b", "x".repeat(101))));
        }
        var mediaType = operation.mediaType();
        var body = mediaType.isEmpty() ? new byte[0] : bodies.of(operation, mediaType);
        if (!mediaType.isEmpty()) {
            headers.add(
                    "Content-Type: " + (random.nextInt(10) == 0 ? pick(MEDIA_TYPES) : mediaType));
        }
        var target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        return new Request(
                random.nextInt(15) == 0 ? pick(METHODS) : operation.method(),
                target,
                headers,
                body);
    }

    private String header() {
        return pick(List.of("*", "\"1\"", "W/\"1\"", "\"1\", \"2\"", "1", "\"", "ä", "", ","));
    }

    /** Not empty, which would be another path. */
    private String inPath(JsonNode parameter) {
        var value = value(parameter.path("schema"));
        return value.isEmpty() ? "t-1" : value;
    }

    private String value(JsonNode schema) {
        return switch (random.nextInt(4)) {
            case 0 -> encoded(bodies.oddText());
            case 1 ->
                    pick(
                            List.of(
                                    "t-1",
                                    "null",
                                    "-1",
                                    "1e9",
                                    "999999999999999999999",
                                    "0x10",
                                    "dC0x",
                                    "gICA",
                                    "AA",
                                    "_-_-",
                                    "%25",
                                    "true",
                                    "%C3%BC",
                                    "..%3B",
                                    "%5C",
                                    "%2E"));
            default -> encoded(bodies.valid(schema).asString());
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** How often which status came, for the report. */
    static String counted(List<Integer> statuses) {
        return statuses.stream()
                .collect(
                        Collectors.groupingBy(
                                it -> it, java.util.TreeMap::new, Collectors.counting()))
                .toString();
    }
}
