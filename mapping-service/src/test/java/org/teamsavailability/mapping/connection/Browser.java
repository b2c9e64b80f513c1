package org.teamsavailability.mapping.connection;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** An administrator's browser: it keeps the one cookie there is. */
public final class Browser {

    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"state\" value=\"([^\"]+)\"");

    private static final Pattern LINK = Pattern.compile("<a class=\"button\" href=\"([^\"]+)\"");

    private final RunningService service;
    private String cookie = "";

    public Browser(RunningService service) {
        this.service = service;
    }

    public String cookie() {
        return cookie;
    }

    public void cookie(String nameAndValue) {
        cookie = nameAndValue;
    }

    /** Loads a page, and where it leads within the service. */
    public Answer get(String path) {
        return followed(load(path));
    }

    /** The same without following a redirect. */
    public Answer load(String path) {
        return kept(service.send(request(path).GET().build()));
    }

    /** Clicks "Connect", and goes where that leads. */
    public Answer connect(String state) {
        return followed(click(state));
    }

    /** Clicks "Connect". */
    public Answer click(String state) {
        return kept(
                service.send(
                        request("/teams-availability/connect")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("state=" + state))
                                .build()));
    }

    private Answer followed(Answer answer) {
        var next = answer.header("Location");
        return answer.status() == 303 ? followed(load(next)) : answer;
    }

    /** The state in the form of a page. */
    public static String form(Answer page) {
        var field = FIELD.matcher(page.body());
        return field.find() ? field.group(1) : "";
    }

    /** Where the button of a page leads that is a link. */
    public static String link(Answer page) {
        var link = LINK.matcher(page.body());
        return link.find() ? HtmlUtils.htmlUnescape(link.group(1)) : "";
    }

    /** The state in the query of an address. */
    public static String state(String address) {
        return URI.create(address).getQuery().replaceFirst(".*state=", "");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(service.at(path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Answer kept(Answer answer) {
        var set = answer.header("Set-Cookie");
        if (!set.isEmpty()) {
            cookie = set.replaceFirst(";.*", "");
        }
        return answer;
    }
}
