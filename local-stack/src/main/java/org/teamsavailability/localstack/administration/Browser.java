package org.teamsavailability.localstack.administration;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** An administrator's browser on the way through consent, sign-in and "Connect". */
final class Browser implements AutoCloseable {

    private static final Pattern STATE = Pattern.compile("name=\"state\"\\s+value=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("<h1[^>]*>([^<]*)</h1>");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .followRedirects(Redirect.NORMAL)
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .build();

    /**
     * Opens the consent page, accepts it, signs in and clicks "Connect".
     *
     * @param consentPage what the API gave
     */
    void connect(URI consentPage) {
        var question = page(HttpRequest.newBuilder(consentPage).GET().build());
        var state = STATE.matcher(question.body());
        if (!state.find()) {
            throw new IllegalStateException("Instead of \"Connect\" came: " + heading(question));
        }
        var form = "state=" + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8);
        page(
                HttpRequest.newBuilder(question.uri().resolve("/teams-availability/connect"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
    }

    private HttpResponse<String> page(HttpRequest request) {
        var page = MappingApi.send(http, request);
        if (page.statusCode() != 200) {
            throw new IllegalStateException(
                    "%s answered %d: %s"
                            .formatted(page.uri().getPath(), page.statusCode(), heading(page)));
        }
        return page;
    }

    private static String heading(HttpResponse<String> page) {
        var heading = HEADING.matcher(page.body());
        return heading.find() ? heading.group(1).strip() : "a page without a heading";
    }

    @Override
    public void close() {
        http.close();
    }
}
