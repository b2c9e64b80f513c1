package org.teamsavailability.localstack.administration;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * An administrator's browser on the way through consent, sign-in and "Connect". As browsers do, and
 * Java's cookie handler does not, it sends secure cookies to http://localhost.
 */
public final class Browser implements AutoCloseable {

    private static final Pattern STATE = Pattern.compile("name=\"state\"\\s+value=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("<h1[^>]*>([^<]*)</h1>");
    private static final int MOST_REDIRECTS = 10;
    private static final int MOST_ATTEMPTS = 5;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .followRedirects(Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();

    private final String publicUrl;
    private final String service;

    /** One that reaches everything by its address. */
    public Browser() {
        this("", "");
    }

    /** One that reaches what begins with the public URL at the service, as a proxy would. */
    Browser(String publicUrl, String service) {
        this.publicUrl = publicUrl;
        this.service = service;
    }

    /**
     * Opens the consent page, accepts it, signs in and clicks "Connect". Where the service says
     * that Microsoft did not answer in time, it opens a new consent page, as the service asks it
     * to.
     *
     * @param consentPages each is what the API gives then
     */
    public void connect(Supplier<URI> consentPages) {
        var question = open(consentPages.get());
        for (int i = 1; i < MOST_ATTEMPTS && question.statusCode() == UNAVAILABLE; i++) {
            question = open(consentPages.get());
        }
        if (!STATE.matcher(question.body()).find()) {
            throw new IllegalStateException("Instead of \"Connect\" came: " + heading(question));
        }
        var end = pressConnect(question);
        if (end.statusCode() != 200) {
            throw new IllegalStateException(
                    "%s answered %d: %s"
                            .formatted(end.uri().getPath(), end.statusCode(), heading(end)));
        }
    }

    /** Opens a page and goes where it leads; what comes in the end, an error too. */
    public HttpResponse<String> open(URI page) {
        return follow(request(page).GET());
    }

    /**
     * Clicks "Connect" on the page that asks.
     *
     * @param question that page, which another browser may have opened
     */
    public HttpResponse<String> pressConnect(HttpResponse<String> question) {
        var state = STATE.matcher(question.body());
        if (!state.find()) {
            throw new IllegalArgumentException("This page does not ask: " + heading(question));
        }
        var form = "state=" + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8);
        return follow(
                request(question.uri().resolve("/teams-availability/connect"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> follow(HttpRequest.Builder request) {
        var page = send(request);
        for (int i = 0; i < MOST_REDIRECTS && isRedirect(page); i++) {
            var next = page.headers().firstValue("Location").orElse("");
            page = send(request(page.uri().resolve(next)).GET());
        }
        return page;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        var response = MappingApi.send(http, request.build());
        var ofHost =
                cookies.computeIfAbsent(response.uri().getAuthority(), _ -> new LinkedHashMap<>());
        for (var cookie : response.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            ofHost.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        return response;
    }

    private HttpRequest.Builder request(URI asked) {
        var uri = reached(asked);
        var request = HttpRequest.newBuilder(uri);
        var known = cookies.getOrDefault(uri.getAuthority(), Map.of());
        if (!known.isEmpty()) {
            request.header(
                    "Cookie",
                    known.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .reduce((one, other) -> one + "; " + other)
                            .orElse(""));
        }
        return request;
    }

    private URI reached(URI uri) {
        var text = uri.toString();
        return publicUrl.isEmpty() || !text.startsWith(publicUrl + "/")
                ? uri
                : URI.create(service + text.substring(publicUrl.length()));
    }

    private static boolean isRedirect(HttpResponse<String> response) {
        return response.statusCode() >= 300 && response.statusCode() < 400;
    }

    /** The heading of a page. */
    public static String heading(HttpResponse<String> page) {
        var heading = HEADING.matcher(page.body());
        return heading.find() ? heading.group(1).strip() : "a page without a heading";
    }

    @Override
    public void close() {
        http.close();
    }
}
